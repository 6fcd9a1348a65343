package io.heyue.core.dialogue;

import io.heyue.core.base.Grain;
import io.heyue.core.base.Money;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Understanding;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was named in an utterance into the slots: corrections replace, shares become sums,
 * vague days stay vague.
 */
final class SlotFilling {
  private static final Pattern NEGATED =
      Pattern.compile("(不是|没说|不要|别|不还|还不了|不到|not|n't)\\s*$", Pattern.CASE_INSENSITIVE);
  private static final Pattern PAYING =
      Pattern.compile(
          "(还|付|给|先|交|转|打|凑|pay|give|send|do)[上个你您们一\\s]{0,3}$", Pattern.CASE_INSENSITIVE);
  private static final Pattern MONTHLY =
      Pattern.compile(
          "每个?月|(?<!给我|宽限|延期|[下上这那缓延过再等晚半])一个月(?![的之以]?[后内时前])|月供"
              + "|(?<!(in|for|me|half|within|another) )a month\\b(?! (from|later|time))"
              + "|per month|every month|monthly|each month",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NEXT_MONTH = Pattern.compile("下个?月|next month");

  /** A stretch of at most so many days is taken as "by its last day". */
  private static final int SHORT_STRETCH = 10;

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
    counts(slots, heard, fresh);
    days(slots, heard, lastMove, fresh, now.toLocalDate());
    sums(slots, heard, lastMove, fresh, dossier);
    return new Filled(slots.build(), fresh);
  }

  private static void counts(Slots.Draft slots, Understanding heard, Set<Condition> fresh) {
    for (Entity entity : heard.entities()) {
      if (entity.value() instanceof Value.Instalments instalments && !negated(heard, entity)) {
        slots.count = Optional.of(instalments.count());
        fresh.add(Condition.FRESH_COUNT);
      }
      if (entity.value() instanceof Value.Length length
          && heard.has(Intent.REQUEST_INSTALMENT, 0.3)
          && length.period().toTotalMonths() >= 2) {
        slots.count = Optional.of((int) length.period().toTotalMonths());
        fresh.add(Condition.FRESH_COUNT);
      }
    }
  }

  private static void days(
      Slots.Draft slots,
      Understanding heard,
      String lastMove,
      Set<Condition> fresh,
      LocalDate today) {
    if (lastMove.equals(Question.PAY_DAY.id())) {
      Optional<Integer> day = DayOfMonth.named(heard);
      if (day.isPresent()) {
        slots.payDay = day;
        slots.payEvent = true;
        fresh.add(Condition.PAY_EVENT);
        DayOfMonth.withItsMonth(heard)
            .filter(date -> date.isAfter(today))
            .ifPresent(date -> exact(slots, date, fresh, today));
        return;
      }
    }
    boolean firstWins = isRest(heard);
    boolean dated = false;
    for (Entity entity : heard.entities()) {
      if (negated(heard, entity) || (dated && firstWins) || ofTheRest(heard, entity)) {
        continue;
      }
      dated |= day(slots, entity, heard, lastMove, fresh, today);
    }
    if (heard.entities().stream().anyMatch(e -> e.value() instanceof Value.PaymentEvent)
        && !fresh.contains(Condition.FRESH_DATE)) {
      slots.payEvent = true;
      slots.date = Optional.empty();
      slots.monthsAhead = NEXT_MONTH.matcher(heard.text()).find() ? 1 : 0;
      fresh.add(Condition.PAY_EVENT);
    }
  }

  private static boolean day(
      Slots.Draft slots,
      Entity entity,
      Understanding heard,
      String lastMove,
      Set<Condition> fresh,
      LocalDate today) {
    return switch (entity.value()) {
      case Value.Date date when fine(date.grain()) ->
          exact(slots, inStretch(slots, entity, date, lastMove), fresh, today);
      case Value.Date date ->
          vague(slots, new Slots.Stretch(date.date(), lastDay(date)), fresh, today);
      case Value.DateTime moment when moment.grain() == Grain.SECOND && !willing(heard) -> false;
      case Value.DateTime moment -> exact(slots, moment.instant().toLocalDate(), fresh, today);
      case Value.DateRange range -> range(slots, range.from(), range.to(), fresh, today);
      case Value.DateTimeRange range ->
          range(
              slots,
              range.from() == null ? null : range.from().toLocalDate(),
              range.to() == null ? null : range.to().toLocalDate(),
              fresh,
              today);
      case Value.Length length
          when heard.has(Intent.REQUEST_EXTENSION, 0.25)
              && (!length.period().isZero() || length.duration().toDays() > 0) ->
          exact(
              slots,
              today.plus(length.period()).plusDays(length.duration().toDays()),
              fresh,
              today);
      case Value.Numeral number
          when (lastMove.equals(Question.WHICH_DAY.id()) || lastMove.equals(Question.WHEN.id()))
              && DayOfMonth.is(number.number()) ->
          exact(
              slots,
              DayOfMonth.next(number.number().intValue(), from(slots, lastMove, today)),
              fresh,
              today);
      case Value.Sum _,
          Value.Share _,
          Value.Numeral _,
          Value.Percent _,
          Value.Ordinal _,
          Value.Time _,
          Value.Length _,
          Value.Recurrence _,
          Value.Phone _,
          Value.IdCard _,
          Value.BankCard _,
          Value.Relation _,
          Value.PaymentEvent _,
          Value.Instalments _,
          Value.ChannelName _ ->
          false;
    };
  }

  /** Where we asked which day of a stretch, "15号" is the fifteenth of that stretch. */
  private static LocalDate inStretch(
      Slots.Draft slots, Entity entity, Value.Date date, String lastMove) {
    if (slots.vague.isEmpty()
        || !lastMove.equals(Question.WHICH_DAY.id())
        || !DayOfMonth.bare(entity.text())) {
      return date.date();
    }
    LocalDate day = DayOfMonth.next(date.date().getDayOfMonth(), slots.vague.get().from());
    return day.isAfter(slots.vague.get().to()) ? date.date() : day;
  }

  /** From when on a bare day of the month is looked for. */
  private static LocalDate from(Slots.Draft slots, String lastMove, LocalDate today) {
    return slots
        .vague
        .filter(_ -> lastMove.equals(Question.WHICH_DAY.id()))
        .map(Slots.Stretch::from)
        .filter(from -> from.isAfter(today))
        .orElse(today);
  }

  /** "先还两千，剩下的下个月": the month is that of the rest, not of the two thousand. */
  private static boolean ofTheRest(Understanding heard, Entity entity) {
    List<Entity> before =
        heard.entities().stream()
            .filter(other -> other.span().end() <= entity.span().start())
            .toList();
    int rest = 0;
    while (rest < before.size() && !isRest(before.get(rest))) {
      rest++;
    }
    return rest < before.size()
        && before.subList(0, rest).stream().anyMatch(e -> e.value() instanceof Value.Sum);
  }

  /** "现在没钱" names no day; "现在就还" names today. */
  private static boolean willing(Understanding heard) {
    return switch (heard.main().intent()) {
      case AGREE_TO_PAY, PROMISE_WITH_DATE, OFFER_PARTIAL, AFFIRM -> true;
      default -> false;
    };
  }

  private static boolean exact(
      Slots.Draft slots, LocalDate day, Set<Condition> fresh, LocalDate today) {
    if (day.isBefore(today)) {
      slots.paidOn = Optional.of(day);
      return false;
    }
    slots.date(day);
    fresh.add(Condition.FRESH_DATE);
    return true;
  }

  private static boolean vague(
      Slots.Draft slots, Slots.Stretch stretch, Set<Condition> fresh, LocalDate today) {
    if (stretch.to().isBefore(today)) {
      slots.paidOn = Optional.of(stretch.to());
      return false;
    }
    slots.vague = Optional.of(stretch);
    slots.date = Optional.empty();
    fresh.add(Condition.VAGUE_DATE);
    return true;
  }

  private static boolean range(
      Slots.Draft slots,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Set<Condition> fresh,
      LocalDate today) {
    if (to == null) {
      return from != null && exact(slots, from, fresh, today);
    }
    if (from == null || !from.isAfter(today)) {
      return exact(slots, to, fresh, today);
    }
    boolean wholeWeek = from.plusDays(6).equals(to);
    return (wholeWeek || from.plusDays(SHORT_STRETCH).isBefore(to))
        ? vague(slots, new Slots.Stretch(from, to), fresh, today)
        : exact(slots, to, fresh, today);
  }

  private static void sums(
      Slots.Draft slots,
      Understanding heard,
      String lastMove,
      Set<Condition> fresh,
      Dossier dossier) {
    Optional<Money> sum = sum(heard, lastMove, dossier);
    if (sum.isEmpty() || !sum.get().isPositive()) {
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
      Optional<Money> sum = value(entity, lastMove, dossier);
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

  private static Optional<Money> value(Entity entity, String lastMove, Dossier dossier) {
    var account = dossier.account();
    return switch (entity.value()) {
      case Value.Sum sum when sum.money().currency().equals(account.overdue().currency()) ->
          Optional.of(sum.money());
      case Value.Share share ->
          switch (share.of()) {
            case OVERDUE -> Optional.of(account.overdue().times(share.fraction()));
            case BALANCE -> Optional.of(account.balance().times(share.fraction()));
            case PRINCIPAL -> Optional.of(account.principal().times(share.fraction()));
            case MINIMUM -> Optional.of(account.minimum());
            case REST -> Optional.empty();
          };
      case Value.Numeral number
          when lastMove.equals(Question.AMOUNT.id()) || lastMove.equals(Question.ABILITY.id()) ->
          Optional.of(money(number.number(), account.overdue()));
      default -> Optional.empty();
    };
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

  static boolean fine(Grain grain) {
    return switch (grain) {
      case DAY, HOUR, MINUTE, SECOND -> true;
      case YEAR, MONTH, WEEK -> false;
    };
  }

  private static LocalDate lastDay(Value.Date date) {
    return switch (date.grain()) {
      case YEAR -> date.date().plusYears(1).minusDays(1);
      case MONTH -> date.date().plusMonths(1).minusDays(1);
      case WEEK -> date.date().plusDays(6);
      case DAY, HOUR, MINUTE, SECOND -> date.date();
    };
  }

  private static boolean negated(Understanding heard, Entity entity) {
    int start = entity.span().start();
    String before = heard.text().substring(Math.max(0, start - 6), start);
    return NEGATED.matcher(before).find();
  }

  private static boolean isRest(Understanding heard) {
    return heard.entities().stream().anyMatch(SlotFilling::isRest);
  }

  private static boolean isRest(Entity entity) {
    return entity.value() instanceof Value.Share share && share.of() == Value.ShareOf.REST;
  }
}
