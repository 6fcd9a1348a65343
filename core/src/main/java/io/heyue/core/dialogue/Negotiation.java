package io.heyue.core.dialogue;

import io.heyue.core.base.Money;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.portfolio.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be agreed: from what the person named and what the lender allows, the moves that bring
 * both together. Every sum comes from the account or the person; nothing outside the mandate is
 * ever proposed.
 */
final class Negotiation {
  /** A named sum so close to what is overdue is meant as all of it: one per cent, at most ten. */
  private static final BigDecimal NEARLY = new BigDecimal("0.99");

  private static final long NEARLY_MINOR = 1000;

  /** More time than these days helps who asks for more time. */
  private static final int SOON = 6;

  private final Dossier dossier;
  private final LocalDate today;
  private final Money overdue;
  private final Mandate mandate;

  private Negotiation(Dossier dossier, LocalDate today) {
    this.dossier = dossier;
    this.today = today;
    this.overdue = dossier.account().overdue();
    this.mandate = dossier.mandate();
  }

  static Negotiation of(Dossier dossier, LocalDate today) {
    return new Negotiation(dossier, today);
  }

  /** The moves that are open; the policy chooses among them. Never empty. */
  List<Move> moves(StateDraft state) {
    return moves(state, state.topic.orElse(Topic.PAY));
  }

  private List<Move> moves(StateDraft state, Topic topic) {
    List<Move> moves =
        switch (topic) {
          case PAY -> pay(state);
          case REST -> rest(state);
          case EXTENSION -> extension(state);
          case INSTALMENT -> instalments(state);
          case REDUCTION -> reduction(state);
          case RELIEF -> relief(state);
        };
    return moves.isEmpty() ? nothingLeft(state) : moves;
  }

  /** What is still to be offered to somebody who can't pay; a plan first if they spoke of one. */
  List<Move> relief(StateDraft state) {
    if (day(state).isPresent() && state.proposed.isEmpty()) {
      return pay(state);
    }
    boolean wantsPlan = state.slots.count().isPresent() || state.slots.ability().isPresent();
    List<Move> plan =
        wantsPlan && !state.declined.contains("plan") && mostInstalments() >= 2
            ? instalments(state)
            : List.of();
    return plan.isEmpty() ? offers(state) : plan;
  }

  /** The rest of a part that is agreed on: the day is read back where it was named. */
  private List<Move> rest(StateDraft state) {
    Optional<Terms.Partial> part =
        Stream.concat(state.agreed.stream(), state.proposed.stream())
            .filter(Terms.Partial.class::isInstance)
            .map(Terms.Partial.class::cast)
            .reduce((_, later) -> later);
    Optional<LocalDate> day =
        state
            .slots
            .restDate()
            .filter(date -> !date.isBefore(part.map(Terms.Partial::due).orElse(today)))
            .filter(date -> !date.isAfter(today.plusDays(longest())));
    return part.isPresent() && day.isPresent()
        ? List.of(new Move.ReadBack(new Terms.Rest(part.get().rest(), day.get())))
        : List.of(new Move.Ask(Question.REST));
  }

  private int longest() {
    return Math.max(mandate.promiseWithinDays(), mandate.extensionDays());
  }

  /** What the mandate has for somebody who can't pay by a day, but for what they declined. */
  private List<Move> offers(StateDraft state) {
    List<Move> offers = new ArrayList<>();
    if (mandate.extensionDays() > 0 && !state.declined.contains("extension")) {
      offers.add(new Move.Offer(longestExtension(state)));
    }
    if (!state.declined.contains("plan")) {
      plan(state.slots.count(), state.slots.ability())
          .ifPresent(plan -> offers.add(new Move.Offer(plan)));
    }
    if (waivable().isPositive() && !state.declined.contains("reduction")) {
      offers.add(new Move.Offer(reduced()));
    }
    return offers;
  }

  /** Whether the mandate has anything but what was declined and what is on the table. */
  boolean offersLeft(StateDraft state) {
    StateDraft without = state.build().draft();
    without.proposed.map(Terms::id).ifPresent(without.declined::add);
    return !offers(without).isEmpty();
  }

  /** Whether {@code slots} name nothing that {@code terms} don't say. */
  boolean agrees(Terms terms, Slots slots) {
    return switch (terms) {
      case Terms.Full full ->
          slots.date().map(full.due()::equals).orElse(true)
              && slots.amount().map(this::meansAll).orElse(true);
      case Terms.Partial partial ->
          slots.date().map(partial.due()::equals).orElse(true)
              && slots.amount().map(partial.amount()::equals).orElse(true);
      case Terms.Rest rest -> slots.restDate().map(rest.due()::equals).orElse(true);
      case Terms.Extension extension ->
          slots.date().map(extension.until()::equals).orElse(true)
              && slots.amount().map(this::meansAll).orElse(true);
      case Terms.Instalments instalments ->
          slots.count().map(count -> count == instalments.plan().count()).orElse(true)
              && slots
                  .ability()
                  .map(sum -> sum.atLeast(instalments.plan().first().amount()))
                  .orElse(true);
      case Terms.Reduction reduction ->
          slots.date().map(day -> !day.isAfter(reduction.by())).orElse(true)
              && slots.amount().map(reduction.payable()::equals).orElse(true);
      case Terms.Callback _ -> false;
    };
  }

  private List<Move> pay(StateDraft state) {
    Optional<LocalDate> day = day(state);
    if (day.isEmpty()) {
      boolean whole = state.slots.amount().filter(sum -> !meansAll(sum)).isEmpty();
      return whole && isAfter(state, longest()) ? extension(state) : askOrSuggest(state);
    }
    LocalDate due = day.get();
    if (due.isAfter(today.plusDays(mandate.promiseWithinDays())) && !namesPart(state, due)) {
      return extension(state);
    }
    return List.of(new Move.ReadBack(payment(state.slots.amount(), due)));
  }

  /** Who has been asked for a day and names none is helped with one. */
  private List<Move> askOrSuggest(StateDraft state) {
    Move ask = askForDay(state);
    boolean asked = state.asked.contains(ask.id());
    if (!asked) {
      return List.of(ask);
    }
    return suggest(state);
  }

  /** A day for the whole; what else there is to who declined that. */
  List<Move> suggest(StateDraft state) {
    return state.declined.contains("full")
        ? moves(state, Topic.RELIEF)
        : List.of(new Move.Offer(new Terms.Full(overdue, suggestedDay())));
  }

  /** A day that we propose where the person names none: the next pay day if it is soon. */
  private LocalDate suggestedDay() {
    LocalDate latest = today.plusDays(mandate.promiseWithinDays());
    return dossier
        .borrower()
        .payDay()
        .map(day -> payDayAfter(today, day))
        .filter(day -> !day.isAfter(latest))
        .orElse(today.plusDays(Math.min(7, mandate.promiseWithinDays())));
  }

  /** A part can be promised for as long as the whole could be put off. */
  private boolean namesPart(StateDraft state, LocalDate due) {
    return state.slots.amount().filter(sum -> !meansAll(sum)).isPresent()
        && !due.isAfter(today.plusDays(mandate.extensionDays()));
  }

  private Terms payment(Optional<Money> named, LocalDate due) {
    if (named.isEmpty() || meansAll(named.get())) {
      return new Terms.Full(overdue, due);
    }
    return new Terms.Partial(named.get(), due, overdue.minus(named.get()));
  }

  private boolean meansAll(Money named) {
    return named.atLeast(overdue)
        || (named.atLeast(overdue.times(NEARLY)) && overdue.minus(named).minor() <= NEARLY_MINOR);
  }

  private static Move askForDay(StateDraft state) {
    if (state.slots.payEvent()) {
      return new Move.Ask(Question.PAY_DAY);
    }
    return new Move.Ask(state.slots.vague().isPresent() ? Question.WHICH_DAY : Question.WHEN);
  }

  private List<Move> extension(StateDraft state) {
    LocalDate latest = today.plusDays(mandate.extensionDays());
    Optional<LocalDate> day = day(state);
    if (mandate.extensionDays() == 0) {
      return day.filter(d -> !d.isAfter(today.plusDays(mandate.promiseWithinDays()))).isPresent()
          ? List.of(new Move.ReadBack(payment(state.slots.amount(), day.get())))
          : offers(state);
    }
    if (day.isEmpty()) {
      boolean tooLate = isAfter(state, mandate.extensionDays());
      if (tooLate && !state.declined.contains("extension")) {
        return List.of(new Move.Offer(new Terms.Extension(overdue, latest)));
      }
      if (!tooLate && (state.slots.payEvent() || state.slots.vague().isPresent())) {
        return List.of(askForDay(state));
      }
      return state.declined.contains("extension")
          ? relief(state)
          : List.of(new Move.Offer(longestExtension(state)));
    }
    if (namesPart(state, day.get())) {
      return List.of(new Move.ReadBack(payment(state.slots.amount(), day.get())));
    }
    if (!day.get().isAfter(latest)) {
      return List.of(new Move.ReadBack(new Terms.Extension(overdue, day.get())));
    }
    if (!state.declined.contains("extension")) {
      // Who asks for more time than there is is offered what there is, not something else.
      return List.of(new Move.Offer(new Terms.Extension(overdue, latest)));
    }
    return state.declined.contains("plan")
        ? List.of()
        : plan(Optional.empty(), Optional.empty()).stream().<Move>map(Move.Offer::new).toList();
  }

  /**
   * Whether all of the stretch that was named is later than so many days: no day of it would do.
   */
  private boolean isAfter(StateDraft state, int days) {
    LocalDate latest = today.plusDays(days);
    return state.slots.vague().filter(stretch -> stretch.from().isAfter(latest)).isPresent();
  }

  /** To the next pay day where it is within the mandate, else as long as the mandate lets us. */
  private Terms.Extension longestExtension(StateDraft state) {
    LocalDate latest = today.plusDays(mandate.extensionDays());
    LocalDate until =
        knownPayDay(state)
            .map(day -> payDayAfter(today.plusDays(SOON), day))
            .filter(day -> !day.isAfter(latest))
            .orElse(latest);
    return new Terms.Extension(overdue, until);
  }

  private List<Move> instalments(StateDraft state) {
    Slots slots = state.slots;
    if (mandate.instalments() < 2 || mostInstalments() < 2) {
      return relief(state);
    }
    if (slots.count().isEmpty() && slots.ability().isEmpty()) {
      if (!state.asked.contains(Question.ABILITY.id())) {
        return List.of(new Move.Ask(Question.ABILITY));
      }
      return state.declined.contains("plan")
          ? relief(state)
          : plan(Optional.empty(), Optional.empty())
              .map(p -> List.<Move>of(new Move.Offer(p)))
              .orElse(List.of());
    }
    boolean asWished =
        slots.count().filter(count -> count >= 2 && count <= mostInstalments()).isPresent();
    return plan(slots.count(), slots.ability())
        .map(terms -> asWished ? new Move.ReadBack(terms) : new Move.Offer(terms))
        .filter(move -> !(move instanceof Move.Offer && state.declined.contains("plan")))
        .map(List::<Move>of)
        .orElseGet(() -> offers(state));
  }

  /**
   * A plan in as many instalments as were asked for, or as the monthly sum makes, within the
   * mandate; the longest that the mandate lets us where neither is known.
   */
  private Optional<Terms.Instalments> plan(Optional<Integer> count, Optional<Money> ability) {
    int most = mostInstalments();
    if (most < 2) {
      return Optional.empty();
    }
    int wished =
        count.orElseGet(() ->
            ability
                .map(sum ->
                    overdue
                        .decimal()
                        .divide(sum.decimal(), 0, RoundingMode.CEILING)
                        .min(BigDecimal.valueOf(most))
                        .intValue())
                .orElse(most));
    int instalments = Math.clamp(wished, 2, most);
    return Optional.of(
        new Terms.Instalments(Plan.monthly(overdue, instalments, firstInstalment())));
  }

  private int mostInstalments() {
    Money least = mandate.leastInstalment();
    if (!least.currency().equals(overdue.currency())) {
      return 0;
    }
    return (int) Math.min(mandate.instalments(), overdue.minor() / Math.max(1, least.minor()));
  }

  /** The first instalment is due on the next pay day, but at least three days from now. */
  private LocalDate firstInstalment() {
    LocalDate earliest = today.plusDays(3);
    return dossier
        .borrower()
        .payDay()
        .map(day -> payDayAfter(earliest.minusDays(1), day))
        .orElse(today.plusDays(7));
  }

  private List<Move> reduction(StateDraft state) {
    return !waivable().isPositive() || state.declined.contains("reduction")
        ? relief(state)
        : List.of(new Move.Offer(reduced()));
  }

  private Terms.Reduction reduced() {
    return new Terms.Reduction(
        overdue.minus(waivable()),
        waivable(),
        today.plusDays(Math.min(7, mandate.promiseWithinDays())));
  }

  /** The most that may be waived, rounded down. */
  private Money waivable() {
    return new Money(
        BigDecimal.valueOf(overdue.minor())
            .multiply(mandate.reduction())
            .setScale(0, RoundingMode.FLOOR)
            .longValueExact(),
        overdue.currency());
  }

  private static List<Move> nothingLeft(StateDraft state) {
    boolean hard = state.marks.contains(Mark.HARDSHIP) || state.marks.contains(Mark.VULNERABLE);
    return List.of(
        new Move.HandOver(hard ? HandoverReason.HARDSHIP : HandoverReason.OUTSIDE_AUTHORITY));
  }

  /** The day that was named, or that the named pay makes where the pay day is known. */
  private Optional<LocalDate> day(StateDraft state) {
    Slots slots = state.slots;
    if (slots.date().isPresent() || !slots.payEvent()) {
      return slots.date();
    }
    return knownPayDay(state)
        .map(day -> {
          LocalDate from =
              slots
                  .vague()
                  .map(Slots.Stretch::from)
                  .or(() ->
                      slots.monthsAhead() > 0
                          ? Optional.of(today.plusMonths(slots.monthsAhead()).withDayOfMonth(1))
                          : Optional.empty())
                  .orElse(today.plusDays(1));
          return payDayAfter(from.isAfter(today) ? from.minusDays(1) : today, day);
        });
  }

  private Optional<Integer> knownPayDay(StateDraft state) {
    return state.slots.payDay().or(() -> dossier.borrower().payDay());
  }

  /** The first pay day after {@code day}. */
  private static LocalDate payDayAfter(LocalDate day, int payDay) {
    LocalDate candidate = DayOfMonth.in(day, payDay);
    return candidate.isAfter(day) ? candidate : DayOfMonth.in(day.plusMonths(1), payDay);
  }
}
