package io.heyue.core.dialogue;

import io.heyue.core.base.Grain;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Understanding;
import io.heyue.core.understanding.Value;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes the days that were named into the slots: when they will pay, when the rest comes, when they
 * paid. Vague days stay vague; days that are gone promise nothing.
 */
final class NamedDays {
  private static final Pattern NEXT_MONTH = Pattern.compile("下个?月|next month");

  /** "7号之前" ends with the seventh, "元旦前" with the day before. */
  private static final Pattern BEFORE_A_FEAST =
      Pattern.compile(".*(?<![\\d号日一二三四五六七八九十天末底之以])[之以]?前");

  private static final int DAYS_OF_WEEK = 7;

  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(周|星期|礼拜)[一二三四五六日天]|(on )?(mon|tues|wednes|thurs|fri|satur|sun)day",
          Pattern.CASE_INSENSITIVE);

  /** A stretch of at most so many days is taken as "by its last day". */
  private static final int SHORT_STRETCH = 10;

  /** A day so far ahead, named by who has paid, was meant as the last of its name. */
  private static final int MOST_OF_A_YEAR = 300;

  /** In so short an answer to a read-back a bare number may be a day. */
  private static final int SHORT_ANSWER = 18;

  private static final Set<String> ASKED_FOR_DAY =
      Set.of(Question.WHICH_DAY.id(), Question.WHEN.id(), Question.REST.id());

  private static final Pattern NOT_YET =
      Pattern.compile("还没|没还|会还|再还|才还|not yet|will pay|going to", Pattern.CASE_INSENSITIVE);

  private static final Set<String> MAY_CORRECT = Set.of("read_back", Question.CORRECTION.id());

  private final Slots.Draft slots;
  private final Understanding heard;
  private final String lastMove;
  private final Set<Condition> fresh;
  private final ZonedDateTime now;
  private final LocalDate today;

  private NamedDays(
      Slots.Draft slots,
      Understanding heard,
      String lastMove,
      Set<Condition> fresh,
      ZonedDateTime now) {
    this.slots = slots;
    this.heard = heard;
    this.lastMove = lastMove;
    this.fresh = fresh;
    this.now = now;
    this.today = now.toLocalDate();
  }

  static void take(
      Slots.Draft slots,
      Understanding heard,
      String lastMove,
      Set<Condition> fresh,
      ZonedDateTime now) {
    NamedDays days = new NamedDays(slots, heard, lastMove, fresh, now);
    if (!days.payDay()) {
      days.all();
    }
  }

  /** Where we asked for the pay day, a day is that. */
  private boolean payDay() {
    Optional<Integer> day =
        lastMove.equals(Question.PAY_DAY.id()) ? DayOfMonth.named(heard) : Optional.empty();
    if (day.isEmpty()) {
      return false;
    }
    slots.payDay = day;
    slots.payEvent = true;
    fresh.add(Condition.PAY_EVENT);
    DayOfMonth.withItsMonth(heard)
        .filter(date -> date.isAfter(today))
        .ifPresent(date -> {
          slots.date(date);
          fresh.add(Condition.FRESH_DATE);
        });
    return true;
  }

  private void all() {
    Optional<LocalDate> before = slots.date;
    boolean firstWins = SlotFilling.isRest(heard);
    boolean dated = false;
    for (Entity entity : heard.entities()) {
      boolean open = lastMove.equals(Question.REST.id()) && entity.approximate();
      if (open || SlotFilling.negated(heard, entity) || Relevance.passing(entity, heard)) {
        continue;
      }
      if (ofTheRest(entity)) {
        ofRest(entity);
      } else if (!(dated && firstWins)) {
        dated |= day(entity);
      }
    }
    if (fresh.isEmpty() && Relevance.paysNow(heard)) {
      slots.date(today);
      fresh.add(Condition.FRESH_DATE);
    }
    if (lastMove.equals(Question.REST.id()) && fresh.remove(Condition.FRESH_DATE)) {
      slots.restDate = slots.date;
      slots.date = before;
      fresh.add(Condition.FRESH_REST);
    }
    if (heard.entities().stream().anyMatch(e -> e.value() instanceof Value.PaymentEvent)
        && !fresh.contains(Condition.FRESH_DATE)) {
      slots.payEvent = true;
      slots.date = Optional.empty();
      slots.monthsAhead = NEXT_MONTH.matcher(heard.text()).find() ? 1 : 0;
      fresh.add(Condition.PAY_EVENT);
    }
  }

  private boolean day(Entity entity) {
    return switch (entity.value()) {
      case Value.Date date when fine(date.grain()) -> exact(inStretch(entity, date), entity);
      case Value.Date date -> vague(new Slots.Stretch(date.date(), lastDay(date)));
      case Value.DateTime moment when gone(moment.instant()) && moment.grain() != Grain.SECOND ->
          paid(moment.instant().toLocalDate());
      case Value.DateTime moment -> exact(moment.instant().toLocalDate(), entity);
      case Value.DateRange range -> range(range.from(), end(entity, range), entity);
      case Value.DateTimeRange range when range.to() != null && gone(range.to()) ->
          paid(range.to().toLocalDate());
      case Value.DateTimeRange range ->
          range(
              range.from() == null ? null : range.from().toLocalDate(),
              range.to() == null ? null : range.to().toLocalDate(),
              entity);
      case Value.Length length when asksForTime(length) && !entity.approximate() ->
          exact(today.plus(length.period()).plusDays(length.duration().toDays()), entity);
      case Value.Numeral number
          when ASKED_FOR_DAY.contains(lastMove) && DayOfMonth.is(number.number()) ->
          exact(DayOfMonth.next(number.number().intValue(), from()), entity);
      case Value.Numeral number when correctsDay(number) ->
          exact(DayOfMonth.next(number.number().intValue(), today), entity);
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

  /** "三天" is the third day from now where more time is asked for and no day stands beside it. */
  private boolean asksForTime(Value.Length length) {
    return heard.has(Intent.REQUEST_EXTENSION, 0.3)
        && (!length.period().isZero() || length.duration().toDays() > 0)
        && heard.first(EntityType.DATE).isEmpty()
        && heard.first(EntityType.RECURRENCE).isEmpty();
  }

  /** "不是28，是29", "我二十八还": a bare number in a short answer where a day is spoken of. */
  private boolean correctsDay(Value.Numeral number) {
    return (MAY_CORRECT.contains(lastMove) || lastMove.equals("tell_account"))
        && heard.text().strip().length() <= SHORT_ANSWER
        && heard.first(EntityType.MONEY).isEmpty()
        && heard.first(EntityType.INSTALMENTS).isEmpty()
        && DayOfMonth.is(number.number());
  }

  private boolean gone(ZonedDateTime moment) {
    return moment.isBefore(now);
  }

  /** Where we asked which day of a stretch, "15号" is the fifteenth of that stretch. */
  private LocalDate inStretch(Entity entity, Value.Date date) {
    if (slots.vague.isEmpty()
        || !lastMove.equals(Question.WHICH_DAY.id())
        || !DayOfMonth.bare(entity.text())) {
      return date.date();
    }
    LocalDate day = DayOfMonth.next(date.date().getDayOfMonth(), slots.vague.get().from());
    return day.isAfter(slots.vague.get().to()) ? date.date() : day;
  }

  /** From when on a bare day of the month is looked for. */
  private LocalDate from() {
    return slots
        .vague
        .filter(_ -> lastMove.equals(Question.WHICH_DAY.id()))
        .map(Slots.Stretch::from)
        .filter(from -> from.isAfter(today))
        .orElse(today);
  }

  /** "先还两千，剩下的下个月": the month is that of the rest, not of the two thousand. */
  private boolean ofTheRest(Entity entity) {
    List<Entity> before =
        heard.entities().stream()
            .filter(other -> other.span().end() <= entity.span().start())
            .toList();
    int rest = 0;
    while (rest < before.size() && !SlotFilling.isRest(before.get(rest))) {
      rest++;
    }
    return rest < before.size()
        && before.subList(0, rest).stream().anyMatch(e -> e.value() instanceof Value.Sum);
  }

  /** The day of the rest, kept until the part is agreed on. */
  private void ofRest(Entity entity) {
    Optional<LocalDate> day =
        switch (entity.value()) {
          case Value.Date date when fine(date.grain()) -> Optional.of(date.date());
          case Value.DateRange range when range.to() != null && shortOne(range) ->
              Optional.of(range.to());
          default -> Optional.empty();
        };
    day.filter(date -> !date.isBefore(today))
        .ifPresent(date -> {
          slots.restDate = Optional.of(date);
          fresh.add(Condition.FRESH_REST);
        });
  }

  private boolean shortOne(Value.DateRange range) {
    LocalDate from = range.from();
    LocalDate to = range.to();
    return to != null
        && (from == null || !from.isAfter(today) || !from.plusDays(SHORT_STRETCH).isBefore(to));
  }

  /** "我打算周六把钱还了" is the Saturday that comes, whatever the parser made of it. */
  private boolean lastWeeks(Entity entity) {
    return !WEEKDAY.matcher(entity.text().strip()).matches();
  }

  private boolean exact(LocalDate day, Entity entity) {
    boolean whenPaid =
        lastMove.equals(Question.PAID_WHEN.id())
            && !NOT_YET.matcher(heard.text()).find()
            && !Relevance.promises(heard);
    if (whenPaid) {
      return paid(
          day.isAfter(today) ? DayOfMonth.in(day.minusMonths(1), day.getDayOfMonth()) : day);
    }
    boolean lastYears = Relevance.saysPaid(heard) && day.isAfter(today.plusDays(MOST_OF_A_YEAR));
    boolean paidToday = Relevance.saysPaid(heard) && day.equals(today);
    if (day.isBefore(today) && Relevance.promises(heard) && !lastWeeks(entity)) {
      return exact(day.plusDays(DAYS_OF_WEEK), entity);
    }
    if (day.isBefore(today) || paidToday || lastYears) {
      return paid(day);
    }
    slots.date(day);
    fresh.add(Condition.FRESH_DATE);
    return true;
  }

  /** A day that is gone, or that is named by who has paid: the last such day. */
  private boolean paid(LocalDate day) {
    LocalDate last = day.isAfter(today) ? day.minusYears(1) : day;
    if (!last.isAfter(today)) {
      slots.paidOn = Optional.of(last);
    }
    return false;
  }

  private boolean vague(Slots.Stretch stretch) {
    if (stretch.to().isBefore(today)) {
      return paid(stretch.to());
    }
    slots.vague = Optional.of(stretch);
    slots.date = Optional.empty();
    fresh.add(Condition.VAGUE_DATE);
    return true;
  }

  private @Nullable LocalDate end(Entity entity, Value.DateRange range) {
    LocalDate to = range.to();
    boolean dayBefore = BEFORE_A_FEAST.matcher(entity.text()).matches();
    return to != null && dayBefore && to.isAfter(today) ? to.minusDays(1) : to;
  }

  private boolean range(@Nullable LocalDate from, @Nullable LocalDate to, Entity entity) {
    if (to == null) {
      return from != null && exact(from, entity);
    }
    if (from == null || !from.isAfter(today)) {
      return !Relevance.ongoing(heard) && exact(to, entity);
    }
    boolean wholeWeek = from.plusDays(6).equals(to);
    return (wholeWeek || from.plusDays(SHORT_STRETCH).isBefore(to))
        ? vague(new Slots.Stretch(from, to))
        : exact(to, entity);
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
}
