package io.heyue.core.dialogue;

import io.heyue.core.base.Money;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Understanding;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes what was named in an utterance into the slots: corrections replace, shares become sums,
 * vague days stay vague.
 */
final class SlotFilling {
  private static final Pattern NEGATED =
      Pattern.compile("(不是|没说|不要|别|不还|还不了|不到|not|n't)\\s*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern PAYING =
      Pattern.compile(
          "(还|付|给|先|交|转|打|凑|只有|只能|就剩|最多|顶多|pay|give|send|do|only)[上个你您们一\\s]{0,3}$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MONTHLY =
      Pattern.compile(
          "每个?月|(?<!给我|宽限|延期|[下上这那缓延过再等晚半])一个月(?![的之以]?[后内时前])|月供"
              + "|(?<!(in|for|me|half|within|another) )a month\\b(?! (from|later|time))"
              + "|per month|every month|monthly|each month",
          Pattern.CASE_INSENSITIVE);

  /** Everything at once, in words that name no sum. */
  private static final Pattern WHOLE =
      Pattern.compile(
          "一次(性|过)?[就都]?[还還付结結][完清掉了]|全(都|部|数|额)?[还還付给結结]|[都全][还還付][了完掉清上]"
              + "|一[把笔][头]?[还還付结結]|all of it|the (whole|full|entire)|in full|pay everything",
          Pattern.CASE_INSENSITIVE);

  /** A sum that is named as being too much. */
  private static final Pattern TOO_MUCH =
      Pattern.compile(
          "[都也](拿不出|没有|還不|还不|凑不|给不|出不|难)|can't even|not even", Pattern.CASE_INSENSITIVE);

  /** Moves after which a bare number that can be no day is a sum. */
  private static final Set<String> SUM_ON_THE_TABLE =
      Set.of("read_back", "offer_partial", "offer_full", Question.CORRECTION.id());

  private static final int MOST_DAY = 31;

  private SlotFilling() {}

  /** Slots after an utterance, and which of them were named in it. */
  record Filled(Slots slots, Set<Condition> fresh) {}

  static Filled fill(
      Slots before,
      Understanding heard,
      String lastMove,
      boolean aboutCallback,
      Dossier dossier,
      ZonedDateTime now) {
    Slots.Draft slots = before.draft();
    Set<Condition> fresh = EnumSet.noneOf(Condition.class);
    if (aboutCallback) {
      CallbackTime.named(heard, now)
          .ifPresent(when -> {
            slots.callback = Optional.of(when);
            fresh.add(Condition.FRESH_TIME);
          });
      return new Filled(slots.build(), fresh);
    }
    if (Relevance.aside(heard)) {
      return new Filled(before, fresh);
    }
    counts(slots, heard, fresh);
    NamedDays.take(slots, heard, lastMove, fresh, now);
    sums(slots, heard, lastMove, fresh, dossier);
    return new Filled(slots.build(), fresh);
  }

  private static void counts(Slots.Draft slots, Understanding heard, Set<Condition> fresh) {
    boolean wanted = heard.has(Intent.REQUEST_INSTALMENT, 0.3);
    for (Entity entity : heard.entities()) {
      if (negated(heard, entity)) {
        continue;
      }
      switch (entity.value()) {
        case Value.Instalments instalments -> count(slots, instalments.count(), fresh);
        case Value.Length length when wanted && length.period().toTotalMonths() >= 2 ->
            count(slots, length.period().toTotalMonths(), fresh);
        case Value.Numeral number when wanted && isCount(number, heard) ->
            count(slots, number.number().longValue(), fresh);
        default -> {}
      }
    }
  }

  /** "divide it into 5": the only number where instalments are asked for. */
  private static boolean isCount(Value.Numeral number, Understanding heard) {
    return number.number().compareTo(BigDecimal.TWO) >= 0
        && number.number().compareTo(BigDecimal.valueOf(60)) <= 0
        && number.number().stripTrailingZeros().scale() <= 0
        && heard.first(EntityType.MONEY).isEmpty()
        && heard.first(EntityType.INSTALMENTS).isEmpty()
        && heard.first(EntityType.RECURRENCE).isEmpty()
        && heard.entities().stream().filter(e -> e.value() instanceof Value.Numeral).count() == 1;
  }

  private static void count(Slots.Draft slots, long count, Set<Condition> fresh) {
    slots.count = Optional.of((int) Math.min(count, 10_000));
    fresh.add(Condition.FRESH_COUNT);
  }

  private static void sums(
      Slots.Draft slots,
      Understanding heard,
      String lastMove,
      Set<Condition> fresh,
      Dossier dossier) {
    Optional<Money> sum = sum(heard, lastMove, dossier).filter(Money::isPositive);
    if (sum.isEmpty() && namesUnknown(heard, dossier)) {
      fresh.add(Condition.FIGURE_UNKNOWN);
      return;
    }
    if (sum.isEmpty() && WHOLE.matcher(heard.text()).find() && !Relevance.saysPaid(heard)) {
      sum = Optional.of(dossier.account().overdue()).filter(Money::isPositive);
    }
    if (sum.isEmpty() || TOO_MUCH.matcher(heard.text()).find()) {
      return;
    }
    boolean dated = fresh.contains(Condition.FRESH_DATE);
    boolean monthly =
        (lastMove.equals(Question.ABILITY.id()) && !dated) || MONTHLY.matcher(heard.text()).find();
    if (monthly) {
      slots.ability = sum;
      fresh.add(Condition.FRESH_ABILITY);
    } else {
      slots.amount = sum;
      fresh.add(Condition.FRESH_AMOUNT);
    }
  }

  private static Optional<Money> sum(Understanding heard, String lastMove, Dossier dossier) {
    Optional<Money> best = Optional.empty();
    boolean bestPays = false;
    for (Entity entity : heard.entities()) {
      Optional<Money> sum = value(entity, heard, lastMove, dossier);
      if (sum.isEmpty() || negated(heard, entity)) {
        continue;
      }
      boolean pays = pays(heard, entity);
      if (best.isEmpty() || pays || !bestPays) {
        best = best.isPresent() && pays && bestPays && isRest(heard) ? best : sum;
        bestPays = pays;
      }
    }
    return best;
  }

  /** Whether a word of paying stands right before the sum: 先还2300, give you 500. */
  static boolean pays(Understanding heard, Entity sum) {
    return PAYING.matcher(heard.text().substring(0, sum.span().start())).find();
  }

  private static Optional<Money> value(
      Entity entity, Understanding heard, String lastMove, Dossier dossier) {
    var account = dossier.account();
    return switch (entity.value()) {
      case Value.Sum sum when sum.money().currency().equals(account.overdue().currency()) ->
          Optional.of(sum.money());
      case Value.Share share ->
          switch (share.of()) {
            case OVERDUE, BALANCE, PRINCIPAL ->
                whole(share, account).map(sum -> sum.times(share.fraction()));
            case MINIMUM -> whole(share, account);
            case REST -> Optional.empty();
          };
      case Value.Numeral number when isSum(number, entity, heard, lastMove) ->
          Optional.of(money(number.number(), account.overdue()));
      default -> Optional.empty();
    };
  }

  /**
   * What a share is of; empty where the books don't hold it, for then nobody knows how much it is.
   */
  private static Optional<Money> whole(Value.Share share, Account account) {
    return switch (share.of()) {
      case OVERDUE -> Optional.of(account.overdue());
      case BALANCE -> account.balance();
      case PRINCIPAL -> account.principal();
      case MINIMUM -> account.minimum();
      case REST -> Optional.empty();
    };
  }

  /** Whether a share is named that the books don't put into a sum. */
  private static boolean namesUnknown(Understanding heard, Dossier dossier) {
    return !Relevance.saysPaid(heard)
        && heard.entities().stream()
            .anyMatch(entity ->
                entity.value() instanceof Value.Share share
                    && !isRest(entity)
                    && !negated(heard, entity)
                    && whole(share, dossier.account()).isEmpty());
  }

  private static boolean isSum(
      Value.Numeral number, Entity entity, Understanding heard, String lastMove) {
    return (number.number().compareTo(BigDecimal.valueOf(MOST_DAY)) > 0 && pays(heard, entity))
        || lastMove.equals(Question.AMOUNT.id())
        || lastMove.equals(Question.ABILITY.id())
        || (SUM_ON_THE_TABLE.contains(lastMove)
            && number.number().compareTo(BigDecimal.valueOf(MOST_DAY)) > 0
            && !heard.has(Intent.REQUEST_INSTALMENT, 0.5));
  }

  private static Money money(BigDecimal number, Money like) {
    return Money.zero(like.currency())
        .plus(
            new Money(
                number
                    .movePointRight(like.currency().getDefaultFractionDigits())
                    .min(BigDecimal.valueOf(Long.MAX_VALUE / 4))
                    .longValue(),
                like.currency()));
  }

  static boolean negated(Understanding heard, Entity entity) {
    int start = entity.span().start();
    String before = heard.text().substring(Math.max(0, start - 6), start);
    return NEGATED.matcher(before).find();
  }

  static boolean isRest(Understanding heard) {
    return heard.entities().stream().anyMatch(SlotFilling::isRest);
  }

  static boolean isRest(Entity entity) {
    return entity.value() instanceof Value.Share share && share.of() == Value.ShareOf.REST;
  }
}
