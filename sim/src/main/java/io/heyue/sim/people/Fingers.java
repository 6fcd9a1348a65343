package io.heyue.sim.people;

import io.heyue.core.base.Rng;
import io.heyue.sim.world.Sample;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Answers by the keys of a telephone, where we offered them. Most people press where they may; some
 * would rather speak. Whoever spoke and is asked again mostly presses. What no key says is said.
 */
final class Fingers {
  private static final Pattern OFFER =
      Pattern.compile("请按|请用按键|请直接用按键|Press (one|two|zero|nine)|[Pp]lease key|key in its number");

  /** What says that keys may be pressed instead; whoever speaks and is asked again does. */
  private static final Pattern OR_KEYS = Pattern.compile("或按键输入|say or key in");

  /** So many in a hundred press where they may. */
  private static final double PRESSERS = 0.7;

  /** What somebody says who is not whom we ask for. */
  private static final Set<String> STRANGER = Set.of("not_me", "still_not_me");

  private static final Set<String> KIN = Set.of("relative", "pry", "relay");

  private static final List<String> HARD_UP = List.of("cannot", "lost_job", "ill", "no_relief");

  /** What no yes and no no says. */
  private static final List<String> SPOKEN_OF =
      List.of("distress", "after", "dispute", "paid", "refuse", "complain", "suspect", "swear");

  private final Sample sample;
  private final Wish wish;
  private final Rng rng;
  private final boolean presser;
  private Optional<Page> readBack = Optional.empty();

  Fingers(Sample sample, Wish wish, Rng rng) {
    this.sample = sample;
    this.wish = wish;
    this.rng = rng;
    this.presser = rng.chance(PRESSERS);
  }

  /**
   * Whether our words say that keys may be pressed.
   *
   * @param again whether they asked it before
   */
  static boolean offered(String words, boolean again) {
    return OFFER.matcher(words).find() || (again && OR_KEYS.matcher(words).find());
  }

  /** Whether they would press a key now. */
  boolean willing(String words, boolean again) {
    return offered(words, again) && rng.chance(readiness(again));
  }

  private double readiness(boolean again) {
    if (presser) {
      return again ? 0.95 : 0.85;
    }
    return again ? 0.85 : 0.35;
  }

  /** The key that says yes or no. */
  static String yesOrNo(Reply.Say say) {
    return says(say, "yes") ? "1" : "2";
  }

  /** What is pressed instead of {@code say}; empty where no key says it. */
  Optional<String> press(Page page, Reply.Say say) {
    if (page.cue() == Cue.READ_BACK) {
      readBack = Optional.of(page);
    }
    if (says(say, "person")) {
      return Optional.of("0");
    }
    if (says(say, "stop")) {
      return Optional.of("*");
    }
    return switch (page.cue()) {
      case IDENTITY -> who(say);
      case PROOF -> says(say, "proof") ? Optional.of(proof()) : Optional.empty();
      case READ_BACK, OFFER_FULL, OFFER_PARTIAL, OFFER_EXTENSION, OFFER_PLAN, OFFER_REDUCTION ->
          any(say, SPOKEN_OF) ? Optional.empty() : Optional.of(say.agrees() ? "1" : "2");
      case WHEN -> when(say);
      case WHICH_DAY ->
          says(say, "pay") || says(say, "day") ? Optional.of(day()) : Optional.empty();
      case AMOUNT ->
          says(say, "pay") || says(say, "all_of_it") ? Optional.of(sum()) : Optional.empty();
      case ABILITY -> ability(say);
      case PAY_DAY -> says(say, "pay_day") ? Optional.of(two(wish.payDay())) : Optional.empty();
      case PAID_WHEN ->
          says(say, "when_paid")
              ? Optional.of(two(wish.paidOn().getDayOfMonth()))
              : Optional.empty();
      case CALLBACK -> says(say, "later") ? Optional.of(callback()) : Optional.empty();
      case CORRECTION -> correction(say);
      case REASON -> reason(say);
      case DISPUTE ->
          says(say, "detail") || says(say, "dispute") ? Optional.of("1") : Optional.empty();
      case REST -> says(say, "rest") ? Optional.of("2") : Optional.empty();
      case MORE -> says(say, "bye") || says(say, "thanks") ? Optional.of("2") : Optional.empty();
      case CODE, NONE -> Optional.empty();
    };
  }

  private static Optional<String> who(Reply.Say say) {
    if (say.situations().stream().anyMatch(STRANGER::contains)) {
      return Optional.of("2");
    }
    if (say.situations().stream().anyMatch(KIN::contains)) {
      return Optional.of("3");
    }
    if (says(say, "busy") || says(say, "later")) {
      return Optional.of("4");
    }
    return says(say, "me") || says(say, "greet") ? Optional.of("1") : Optional.empty();
  }

  private Optional<String> when(Reply.Say say) {
    if (any(say, HARD_UP)) {
      return Optional.of("1");
    }
    if (says(say, "want_plan") || says(say, "count")) {
      return Optional.of("2");
    }
    if (says(say, "paid") || says(say, "when_paid")) {
      return Optional.of("3");
    }
    if (says(say, "dispute") || says(say, "detail")) {
      return Optional.of("4");
    }
    if (says(say, "busy") || says(say, "later")) {
      return Optional.of("5");
    }
    boolean day = says(say, "pay_all") || says(say, "pay_part") || says(say, "day");
    return day || says(say, "pay_wrong") ? Optional.of(day()) : Optional.empty();
  }

  private Optional<String> ability(Reply.Say say) {
    if (says(say, "ability")) {
      return Optional.of(wish.ability().decimal().toBigInteger() + "#");
    }
    return says(say, "count") || says(say, "want_plan")
        ? Optional.of(Integer.toString(wish.count()))
        : Optional.empty();
  }

  /** What was wrong when it was read back; both one after the other. */
  private Optional<String> correction(Reply.Say say) {
    if (says(say, "wrong_sum")) {
      return Optional.of(sum());
    }
    boolean day = says(say, "pay_all") || says(say, "wrong_day");
    if (!day && !says(say, "wrong_both") && !says(say, "pay_part")) {
      return Optional.empty();
    }
    boolean sumIsRight = readBack.map(wish::rightSum).orElse(false);
    return Optional.of(day || sumIsRight ? day() : sum());
  }

  private static Optional<String> reason(Reply.Say say) {
    if (says(say, "refuse")) {
      return Optional.of("3");
    }
    if (says(say, "ill")) {
      return Optional.of("2");
    }
    return any(say, HARD_UP)
        ? Optional.of("1")
        : says(say, "why_late") ? Optional.of("4") : Optional.empty();
  }

  private static boolean any(Reply.Say say, List<String> beginnings) {
    return beginnings.stream().anyMatch(beginning -> says(say, beginning));
  }

  private static boolean says(Reply.Say say, String beginning) {
    return say.situations().stream().anyMatch(each -> each.startsWith(beginning));
  }

  private String proof() {
    return sample.proof().toUpperCase(Locale.ROOT).replace('X', '*');
  }

  private String sum() {
    return wish.amount().decimal().toBigInteger() + "#";
  }

  private String day() {
    return two(wish.day().getDayOfMonth());
  }

  private String callback() {
    return two(wish.callback().getDayOfMonth()) + two(wish.callback().getHour()) + "#";
  }

  private static String two(int number) {
    return String.format(Locale.ROOT, "%02d", number);
  }
}
