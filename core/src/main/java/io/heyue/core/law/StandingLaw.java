package io.heyue.core.law;

import io.heyue.core.base.Channel;
import io.heyue.core.law.RuleBook.Applied;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the rules say of what is neither a contact nor words: which words end contact, when a time
 * is an agreed one, what is an answer, by when something is answered, which sound says that a
 * machine speaks, and what may not be done. Where several rules speak the strictest counts; where
 * none does, nothing is granted. Immutable and thread-safe.
 */
public final class StandingLaw {
  private final List<Applied<StandingForm>> rules;
  private final List<Rule> cues;

  private StandingLaw(Stream<Rule> inForce) {
    List<Rule> all = inForce.toList();
    this.cues = all.stream().filter(StandingLaw::wantsCue).toList();
    this.rules =
        all.stream()
            .filter(rule -> rule.form() instanceof StandingForm)
            .map(rule -> new Applied<>(rule, (StandingForm) rule.form()))
            .toList();
  }

  /**
   * The law of some places.
   *
   * @param covers which of the rules are for this lender and product
   */
  public static StandingLaw of(
      RuleBook book, Set<String> places, LocalDate day, Predicate<Rule> covers) {
    return new StandingLaw(book.inForce(day, places).stream().filter(covers));
  }

  /** That of all places together, for somebody of whom nothing is known yet. */
  public static StandingLaw everywhere(RuleBook book, LocalDate day) {
    return new StandingLaw(book.rules().stream().filter(rule -> rule.inForce(day)));
  }

  /**
   * Whether words mean nothing but stop.
   *
   * @param asked whether a conversation is going on, so that they may be an answer
   */
  public boolean isStop(String text, boolean asked) {
    return forms(StandingForm.OptOutWords.class).anyMatch(form -> form.isStop(text, asked));
  }

  /** So near to the time that both sides agreed on a contact is at that time. */
  public Duration agreedWithin() {
    return forms(StandingForm.AgreedTime.class)
        .map(StandingForm.AgreedTime::within)
        .min(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /**
   * Whether a message of ours is an answer rather than a contact that we begin.
   *
   * @param since how long ago the person wrote
   * @param answered how many messages of ours have followed
   */
  public boolean answers(Duration since, int answered) {
    List<StandingForm.Answering> forms = forms(StandingForm.Answering.class).toList();
    return !forms.isEmpty() && forms.stream().allMatch(form -> form.answers(since, answered));
  }

  /**
   * The last day on which something may be answered, and the rules that say so.
   *
   * @param rules sorted; empty where no rule but the lender's own choice says it
   */
  public record Due(LocalDate day, List<RuleId> rules) {
    public Due {
      rules = List.copyOf(rules);
    }
  }

  /**
   * By when something that came in is answered: the earliest of what the rules and the lender say.
   *
   * @param of what, in the word that rules use
   * @param begun the day on which it came in, on the person's calendar
   * @param own within what time the lender wants it answered
   */
  public Due due(String of, LocalDate begun, Period own) {
    LocalDate wanted = begun.plus(own);
    Map<RuleId, LocalDate> lawful = new TreeMap<>();
    for (Applied<StandingForm> applied : rules) {
      if (applied.form() instanceof StandingForm.Deadline deadline && deadline.of().equals(of)) {
        lawful.put(applied.rule().id(), deadline.due(begun, false, false));
      }
    }
    LocalDate day =
        Stream.concat(lawful.values().stream(), Stream.of(wanted))
            .min(Comparator.naturalOrder())
            .orElse(wanted);
    return new Due(
        day,
        lawful.entrySet().stream()
            .filter(rule -> rule.getValue().equals(day))
            .map(Map.Entry::getKey)
            .toList());
  }

  /**
   * The rules by which each turn that a machine speaks on {@code channel} begins with the rhythm
   * that says so (short, long, short, short); sorted, empty where none wants it.
   */
  public List<RuleId> audioCue(Channel channel) {
    return cues.stream()
        .filter(rule -> {
          Set<Channel> channels = rule.scope().channels();
          return channels.isEmpty() || channels.contains(channel);
        })
        .map(Rule::id)
        .sorted()
        .toList();
  }

  /**
   * The rules against an act where nothing of what they want shown is: those that forbid it and
   * those that want anything; sorted, empty where it is lawful as it is.
   *
   * @param act in the word that rules use
   */
  public List<RuleId> against(String act) {
    return rules.stream()
        .filter(applied ->
            switch (applied.form()) {
              case StandingForm.Preconditions form ->
                  form.acts().contains(act) && !form.needs().isEmpty();
              case StandingForm.ProhibitedActs form -> form.acts().contains(act);
              case StandingForm.PlanBound _,
                  StandingForm.Deadline _,
                  StandingForm.Retention _,
                  StandingForm.Standard _,
                  StandingForm.ExcludedInputs _,
                  StandingForm.Abandonment _,
                  StandingForm.OptOutWords _,
                  StandingForm.AgreedTime _,
                  StandingForm.Answering _ ->
                  false;
            })
        .map(applied -> applied.rule().id())
        .sorted()
        .toList();
  }

  private static boolean wantsCue(Rule rule) {
    return rule.form() instanceof RuleForm.Disclosure form
        && form.at() == RuleForm.Occasion.TURN
        && form.duties().contains(RuleForm.Duty.AUDIO_CUE);
  }

  private <F extends StandingForm> Stream<F> forms(Class<F> form) {
    return rules.stream().map(Applied::form).filter(form::isInstance).map(form::cast);
  }
}
