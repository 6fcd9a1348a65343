package io.heyue.core.dialogue;

import io.heyue.core.base.Grain;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Understanding;
import io.heyue.core.understanding.Value;
import java.util.regex.Pattern;

/**
 * Which of the days and sums in an utterance are meant for us. "It's freezing today" names a day,
 * and promises nothing.
 */
final class Relevance {
  /** From this confidence on words are taken to speak of something else. */
  private static final double SURELY_ASIDE = 0.5;

  /** Words of which less than this part is days and sums speak of something else. */
  private static final double MOSTLY = 0.4;

  /** From this confidence on words are taken to say that it was paid. */
  private static final double SURELY_PAID = 0.5;

  private static final double ALSO_PROMISED = 0.4;

  private static final Pattern PART_OF_DAY =
      Pattern.compile(
          "[一整]?(晚上?|夜里|半夜|早上|清早|上午|中午|下午|凌晨|傍晚)|(the |all )?(night|morning|afternoon|evening)",
          Pattern.CASE_INSENSITIVE);

  /** Nobody names a day so exactly in passing. */
  private static final Pattern EXACT =
      Pattern.compile(
          "[0-9０-９]|[号號]|周|星期|礼拜|禮拜|月"
              + "|\\b(mon|tues|wednes|thurs|fri|satur|sun)day\\b|\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PAYING =
      Pattern.compile(
          "[还還付交转轉结結]|打(钱|款|过去)|\\bpay|settle|clear|transfer", Pattern.CASE_INSENSITIVE);

  private static final Pattern SHOULD_HAVE =
      Pattern.compile("该|本来|原来|忘|should|supposed|meant to|forgot", Pattern.CASE_INSENSITIVE);

  private static final Pattern WAITS =
      Pattern.compile("等|到|才|\\b(until|till|after|by|once|when|from)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern PAYS_NOW =
      Pattern.compile(
          "(现在|马上|立刻|这就|立马|一会儿?|待会儿?|等会儿?|等下)就?(去|来)?(给你们?)?[还還转付打交]"
              + "|pay(ing)?( (it|that|this|you))?( all| in full)?( right)? now",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern UNSURE =
      Pattern.compile(
          "说不[好准]|不(知道|确定|清楚|好说)|没(想好|准)|定不下来|don't know|not sure|can't say|no idea",
          Pattern.CASE_INSENSITIVE);

  private Relevance() {}

  /** Whether the words are about something else altogether: the weather, a meal. */
  static boolean aside(Understanding heard) {
    return heard.main().intent() == Intent.UNCLEAR
        && heard.main().confidence() >= SURELY_ASIDE
        && !PAYING.matcher(heard.text()).find()
        && !EXACT.matcher(heard.text()).find()
        && named(heard) < MOSTLY * heard.text().strip().length();
  }

  /** Whether the words surely promise a day. */
  static boolean promises(Understanding heard) {
    return heard.main().intent() == Intent.PROMISE_WITH_DATE
        && heard.main().confidence() >= SURELY_PAID
        && !SHOULD_HAVE.matcher(heard.text()).find();
  }

  /** Whether a stretch that has begun is how it is with them: "in hospital since October". */
  static boolean ongoing(Understanding heard) {
    boolean answers =
        switch (heard.main().intent()) {
          case PROMISE_WITH_DATE,
              AGREE_TO_PAY,
              OFFER_PARTIAL,
              REQUEST_EXTENSION,
              AFFIRM,
              ACKNOWLEDGE,
              UNCLEAR ->
              true;
          default -> false;
        };
    return !answers && !speaksOfPaying(heard);
  }

  /** Whether a word of paying stands in it. */
  static boolean speaksOfPaying(Understanding heard) {
    return PAYING.matcher(heard.text()).find();
  }

  /** Whether a day is no day to pay on: a bare part of a day, or now from who can't say. */
  static boolean passing(Entity entity, Understanding heard) {
    return inPassingTrouble(heard)
        || (!willing(heard)
            && (PART_OF_DAY.matcher(entity.text().strip()).matches() || isNow(entity.value())));
  }

  /** "Nothing is left at the end of the month" names no day; "not until Tuesday" does. */
  private static boolean inPassingTrouble(Understanding heard) {
    boolean tells =
        heard.main().intent() == Intent.VULNERABILITY || heard.main().intent() == Intent.CANNOT_PAY;
    return tells
        && heard.first(EntityType.MONEY).isEmpty()
        && !speaksOfPaying(heard)
        && !WAITS.matcher(heard.text()).find();
  }

  /** Whether the words say that they pay at once. */
  static boolean paysNow(Understanding heard) {
    return heard.main().intent() != Intent.CANNOT_PAY
        && !saysPaid(heard)
        && PAYS_NOW.matcher(heard.text()).find();
  }

  /** Whether the words say that it was paid, and promise nothing. */
  static boolean saysPaid(Understanding heard) {
    return heard.main().intent() == Intent.ALREADY_PAID
        && heard.main().confidence() >= SURELY_PAID
        && !heard.has(Intent.PROMISE_WITH_DATE, ALSO_PROMISED);
  }

  /** "现在没钱" names no day; "现在就还" names today. */
  private static boolean willing(Understanding heard) {
    return switch (heard.main().intent()) {
      case AGREE_TO_PAY, PROMISE_WITH_DATE, OFFER_PARTIAL, AFFIRM ->
          !UNSURE.matcher(heard.text()).find();
      default -> PAYS_NOW.matcher(heard.text()).find();
    };
  }

  private static boolean isNow(Value value) {
    return value instanceof Value.DateTime moment && moment.grain() == Grain.SECOND;
  }

  private static int named(Understanding heard) {
    return heard.entities().stream().mapToInt(entity -> entity.text().length()).sum();
  }
}
