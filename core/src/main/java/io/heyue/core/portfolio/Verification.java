package io.heyue.core.portfolio;

import io.heyue.core.base.Check;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A question that only the right party can answer, and its answer.
 *
 * <p>The answer never appears in text: not in {@link #toString()}, not in an exception.
 *
 * @param kind what is asked
 * @param answer the digits or letters that count, without separators
 */
public record Verification(Kind kind, String answer) {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+[xX]?");

  /** So many different answers may be named at once: a slip and its correction, a number beside. */
  private static final int MOST_NAMED = 4;

  public Verification {
    Check.that(answer.length() >= 4, "length of the answer", answer.length(), "at least 4");
  }

  /**
   * Whether {@code said} holds the answer. Digits may be typed in any width or said in Chinese
   * ("三幺零五") or English, with fillers around and between them. Words that sound like digits count
   * where the answer is nothing but digits ({@link MisheardDigits}). Who names a whole list of
   * answers is guessing, and has not answered.
   */
  public boolean answeredBy(String said) {
    Set<String> named = named(said);
    return named.size() <= MOST_NAMED && named.contains(answer.toUpperCase(Locale.ROOT));
  }

  /** How many different answers {@code said} names, right or wrong. */
  public int answersIn(String said) {
    return named(said).size();
  }

  /** Whether what {@code said} names is few enough to be held against the answer, and something. */
  public boolean tries(String said) {
    int named = answersIn(said);
    return named > 0 && named <= MOST_NAMED;
  }

  /** Whether the answer holds a digit; without one, ordinary words have its form. */
  public boolean hasDigits() {
    return answer.chars().anyMatch(Character::isDigit);
  }

  /** Whether {@code said} looks like an answer at all, right or wrong. */
  public boolean attemptedBy(String said) {
    return SpokenDigits.stretches(said).stream()
            .anyMatch(groups ->
                String.join("", groups).length() == answer.length()
                    || groups.stream().anyMatch(group -> group.length() >= 3))
        || misheard(said).isPresent()
        || (!inDigits() && !named(said).isEmpty());
  }

  /** What is said, where it is nothing but as many digits as are asked for, misheard in part. */
  private Optional<String> misheard(String said) {
    return inDigits() && answer.chars().allMatch(Character::isDigit)
        ? MisheardDigits.in(said).filter(digits -> digits.length() == answer.length())
        : Optional.empty();
  }

  /** Everything in {@code said} that has the form of the answer. */
  private Set<String> named(String said) {
    Set<String> named = new HashSet<>();
    boolean needsDigit = hasDigits();
    for (List<String> groups :
        inDigits() ? SpokenDigits.stretches(said) : SpokenCode.stretches(said)) {
      for (int first = 0; first < groups.size(); first++) {
        StringBuilder joined = new StringBuilder();
        for (int i = first; i < groups.size() && joined.length() < answer.length(); i++) {
          joined.append(groups.get(i));
        }
        if (joined.length() == answer.length()
            && joined.chars().anyMatch(Character::isDigit) == needsDigit) {
          named.add(joined.toString());
        }
      }
    }
    misheard(said).ifPresent(named::add);
    return named;
  }

  /** Whether the answer can be keyed in on a telephone, an X at its end as *. */
  public boolean hasKeys() {
    return inDigits();
  }

  /** How many characters the answer has. */
  public int length() {
    return answer.length();
  }

  /** Whether the answer is digits, but for an X at its end; otherwise it holds letters. */
  private boolean inDigits() {
    return DIGITS.matcher(answer).matches();
  }

  @Override
  public String toString() {
    return "Verification[" + kind + "]";
  }

  /** What is asked. */
  public enum Kind {
    /** The last four characters of the identity number. */
    IDENTITY_TAIL,
    /** The last four characters of the contract's number. */
    CONTRACT_TAIL
  }
}
