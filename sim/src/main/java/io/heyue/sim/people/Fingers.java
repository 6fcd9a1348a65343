package io.heyue.sim.people;

import io.heyue.sim.world.Sample;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Answers by the keys of a telephone, where we offered them. */
final class Fingers {
  private static final Pattern OFFER =
      Pattern.compile("请按|请用按键|Press (one|two|zero|nine)|[Pp]lease key|key in its number");

  /** What says that keys may be pressed instead; whoever speaks and is asked again does. */
  private static final Pattern OR_KEYS = Pattern.compile("或按键输入|say or key in");

  /** What somebody says who is not whom we ask for. */
  private static final Set<String> STRANGER = Set.of("not_me", "still_not_me");

  private final Sample sample;
  private final Wish wish;

  Fingers(Sample sample, Wish wish) {
    this.sample = sample;
    this.wish = wish;
  }

  /**
   * Whether our words say that keys may be pressed.
   *
   * @param again whether they asked it before
   */
  static boolean offered(String words, boolean again) {
    return OFFER.matcher(words).find() || (again && OR_KEYS.matcher(words).find());
  }

  /** What is pressed instead of {@code say}; empty where no key says it. */
  Optional<String> press(Cue cue, Reply.Say say) {
    if (says(say, "person")) {
      return Optional.of("0");
    }
    if (says(say, "stop")) {
      return Optional.of("*");
    }
    return switch (cue) {
      case IDENTITY -> who(say);
      case PROOF -> says(say, "proof") ? Optional.of(proof()) : Optional.empty();
      case READ_BACK, OFFER_FULL, OFFER_PARTIAL, OFFER_EXTENSION, OFFER_PLAN, OFFER_REDUCTION ->
          Optional.of(say.agrees() ? "1" : "2");
      case WHEN, WHICH_DAY ->
          says(say, "pay") || says(say, "day") ? Optional.of(day()) : Optional.empty();
      case AMOUNT -> Optional.of(wish.amount().decimal().toBigInteger() + "#");
      case ABILITY ->
          says(say, "ability")
              ? Optional.of(wish.ability().decimal().toBigInteger() + "#")
              : Optional.empty();
      case PAY_DAY -> Optional.of(two(wish.payDay()));
      case PAID_WHEN -> Optional.of(two(wish.paidOn().getDayOfMonth()));
      case CALLBACK -> says(say, "later") ? Optional.of(hour()) : Optional.empty();
      case CORRECTION ->
          Optional.of(
              says(say, "wrong_sum") ? wish.amount().decimal().toBigInteger() + "#" : day());
      case REST, MORE -> Optional.of("2");
      case REASON, DISPUTE, CODE, NONE -> Optional.empty();
    };
  }

  private static Optional<String> who(Reply.Say say) {
    if (say.situations().stream().anyMatch(STRANGER::contains)) {
      return Optional.of("2");
    }
    return says(say, "me") || says(say, "greet") ? Optional.of("1") : Optional.empty();
  }

  private static boolean says(Reply.Say say, String beginning) {
    return say.situations().stream().anyMatch(each -> each.startsWith(beginning));
  }

  private String proof() {
    return sample.proof().toUpperCase(Locale.ROOT).replace('X', '*');
  }

  private String day() {
    return two(wish.day().getDayOfMonth());
  }

  private String hour() {
    return two(wish.callback().getHour());
  }

  private static String two(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }
}
