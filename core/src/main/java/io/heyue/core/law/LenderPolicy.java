package io.heyue.core.law;

import io.heyue.core.base.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How often a lender wants its people contacted. A stricter value than ours always counts; a looser
 * one only where the lender signed it and the law still allows it, and is ignored otherwise.
 *
 * @param maxAttemptsPerDay tries a person and day
 * @param maxEffectivePerDay days' conversations a person
 * @param maxEffectivePerWeek conversations a person in seven days
 * @param signed whether the lender's compliance signed it
 */
public record LenderPolicy(
    OptionalInt maxAttemptsPerDay,
    OptionalInt maxEffectivePerDay,
    OptionalInt maxEffectivePerWeek,
    boolean signed) {
  /** That of a lender who said nothing. */
  public static final LenderPolicy NONE =
      new LenderPolicy(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), false);

  public LenderPolicy {
    for (Value value : Value.values()) {
      OptionalInt most =
          switch (value) {
            case MAX_ATTEMPTS_PER_DAY -> maxAttemptsPerDay;
            case MAX_EFFECTIVE_PER_DAY -> maxEffectivePerDay;
            case MAX_EFFECTIVE_PER_WEEK -> maxEffectivePerWeek;
          };
      Check.that(most.orElse(0) >= 0, value.path(), most, "0 or more");
    }
  }

  /** What of a rule a policy may change. */
  public enum Value {
    MAX_ATTEMPTS_PER_DAY("policy.maxAttemptsPerDay"),
    MAX_EFFECTIVE_PER_DAY("policy.maxEffectivePerDay"),
    MAX_EFFECTIVE_PER_WEEK("policy.maxEffectivePerWeek");

    private final String path;

    Value(String path) {
      this.path = path;
    }

    /** Where it stands in the object in which a contact is asked about. */
    public String path() {
      return path;
    }
  }

  /**
   * A default that a policy may change.
   *
   * @param by which value of the policy
   * @param to the largest lawful number
   */
  public record Raise(Value by, int to) {}

  /** A value of the policy that doesn't count, and why. */
  public record Ignored(Value value, int wanted, int counts, RuleId rule, boolean unlawful) {
    @Override
    public String toString() {
      return value.path()
          + " "
          + wanted
          + " is ignored and "
          + counts
          + " counts: "
          + (unlawful ? "it is above what the law allows" : "it is looser and was not signed")
          + " ("
          + rule
          + ")";
    }
  }

  OptionalInt get(Value value) {
    return switch (value) {
      case MAX_ATTEMPTS_PER_DAY -> maxAttemptsPerDay;
      case MAX_EFFECTIVE_PER_DAY -> maxEffectivePerDay;
      case MAX_EFFECTIVE_PER_WEEK -> maxEffectivePerWeek;
    };
  }

  /** What counts instead of {@code most}, the number by default. */
  int most(int most, Raise raise) {
    OptionalInt wanted = get(raise.by());
    if (wanted.isEmpty()) {
      return most;
    }
    boolean stricter = wanted.getAsInt() <= most;
    boolean lawful = signed && wanted.getAsInt() <= raise.to();
    return stricter || lawful ? wanted.getAsInt() : most;
  }

  /** The values that don't count under {@code rules}, each once. */
  List<Ignored> ignored(List<Rule> rules) {
    List<Ignored> ignored = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.form() instanceof RuleForm.FrequencyCap cap && cap.raise().isPresent()) {
        Raise raise = cap.raise().get();
        int wanted = get(raise.by()).orElse(0);
        boolean named = ignored.stream().anyMatch(each -> each.value() == raise.by());
        if (!named && wanted > cap.most() && most(cap.most(), raise) == cap.most()) {
          ignored.add(new Ignored(raise.by(), wanted, cap.most(), rule.id(), wanted > raise.to()));
        }
      }
    }
    return ignored;
  }
}
