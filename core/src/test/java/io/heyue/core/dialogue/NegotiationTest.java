package io.heyue.core.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Money;
import io.heyue.core.base.Rng;
import io.heyue.core.compliance.Guard;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.portfolio.Plan;
import io.heyue.core.samples.SampleFlow;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.Samples;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Now is Monday, 23 November 2026; promises within 30 days, 14 days more time, 12 instalments. */
class NegotiationTest {
  private static final LocalDate TODAY = Samples.TODAY;
  private static final Money OVERDUE = Samples.OVERDUE;

  private static List<Move> moves(Dossier dossier, LocalDate today, Consumer<StateDraft> with) {
    StateDraft state = SampleFlow.state(true).draft();
    with.accept(state);
    return Negotiation.of(dossier, today).moves(state);
  }

  private static List<Move> moves(Consumer<StateDraft> with) {
    return moves(Samples.dossier(), TODAY, with);
  }

  private static List<Move> moves(Mandate mandate, Consumer<StateDraft> with) {
    return moves(Samples.dossier(Samples.account(), Samples.borrower(), mandate), TODAY, with);
  }

  private static Consumer<StateDraft> named(Topic topic, Consumer<Slots.Draft> fill) {
    return state -> {
      state.topic = Optional.of(topic);
      Slots.Draft slots = state.slots.draft();
      fill.accept(slots);
      state.slots = slots.build();
    };
  }

  private static Consumer<StateDraft> day(Topic topic, int days) {
    return named(topic, slots -> slots.date(TODAY.plusDays(days)));
  }

  private static Move extension(int days) {
    return new Move.Offer(new Terms.Extension(OVERDUE, TODAY.plusDays(days)));
  }

  private static Move plan(int count, LocalDate first) {
    return new Move.Offer(new Terms.Instalments(Plan.monthly(OVERDUE, count, first)));
  }

  private static Move reduction() {
    return new Move.Offer(
        new Terms.Reduction(Money.fen(295_245), Money.fen(32_805), TODAY.plusDays(7)));
  }

  @Test
  void aDayWithinTheMandateIsReadBack() {
    assertThat(moves(day(Topic.PAY, 30)))
        .containsExactly(new Move.ReadBack(new Terms.Full(OVERDUE, TODAY.plusDays(30))));
    assertThat(moves(named(Topic.PAY, slots -> slots.payEvent = false)))
        .containsExactly(new Move.Ask(Question.WHEN));
  }

  @ParameterizedTest
  @CsvSource({
    "200000, false",
    "328050, true",
    "999999, true",
    "327500, true",
    "327049, false",
    "100, false",
  })
  void aSumCloseToAllIsAll(long fen, boolean all) {
    LocalDate due = TODAY.plusDays(4);
    Terms expected =
        all
            ? new Terms.Full(OVERDUE, due)
            : new Terms.Partial(Money.fen(fen), due, OVERDUE.minus(Money.fen(fen)));
    assertThat(
            moves(
                named(
                    Topic.PAY,
                    slots -> {
                      slots.date(due);
                      slots.amount = Optional.of(Money.fen(fen));
                    })))
        .containsExactly(new Move.ReadBack(expected));
  }

  @Test
  void aDayThatIsTooFarIsMetWithWhatCanBeOffered() {
    assertThat(moves(day(Topic.PAY, 31))).containsExactly(extension(14));
    assertThat(moves(day(Topic.EXTENSION, 14)))
        .containsExactly(new Move.ReadBack(new Terms.Extension(OVERDUE, TODAY.plusDays(14))));
    assertThat(moves(day(Topic.EXTENSION, 15))).containsExactly(extension(14));
    assertThat(moves(day(Topic.EXTENSION, 15).andThen(state -> state.declined.add("extension"))))
        .containsExactly(plan(12, TODAY.plusDays(7)));
    assertThat(moves(named(Topic.EXTENSION, _ -> {}))).containsExactly(extension(14));
  }

  /** Relief asked for a day, the day was too far, and so it asked for relief: without end. */
  @Test
  void aFarDayWithoutAnyExtensionEndsInWhatIsLeft() {
    Mandate none = Samples.mandate(30, 0, 12, Money.fen(20_000), "0.10");
    for (Topic topic : Topic.values()) {
      assertThat(moves(none, day(topic, 60))).as(topic.id()).isNotEmpty();
    }
    assertThat(moves(none, day(Topic.PAY, 60)))
        .containsExactly(plan(12, TODAY.plusDays(7)), reduction());
    assertThat(moves(none, day(Topic.EXTENSION, 20)))
        .containsExactly(new Move.ReadBack(new Terms.Full(OVERDUE, TODAY.plusDays(20))));
    Mandate nothing = Samples.mandate(30, 0, 0, Money.fen(20_000), "0");
    assertThat(moves(nothing, day(Topic.PAY, 60)))
        .containsExactly(new Move.HandOver(HandoverReason.OUTSIDE_AUTHORITY));
  }

  @Test
  void whoNamesNoDayIsHelpedWithOne() {
    Consumer<StateDraft> asked = state -> state.asked.add("ask_when");
    assertThat(moves(asked))
        .containsExactly(new Move.Offer(new Terms.Full(OVERDUE, TODAY.plusDays(7))));
    Dossier payDay =
        Samples.dossier(Samples.account(), Samples.borrower(Optional.of(10)), Samples.mandate());
    assertThat(moves(payDay, TODAY, asked))
        .containsExactly(new Move.Offer(new Terms.Full(OVERDUE, LocalDate.of(2026, 12, 10))));
    assertThat(moves(asked.andThen(state -> state.declined.add("full")))).hasSize(3);
  }

  @Test
  void whoSpeaksOfTheirPayIsAskedForItsDayUnlessItIsKnown() {
    Consumer<StateDraft> salary = named(Topic.PAY, slots -> slots.payEvent = true);
    assertThat(moves(salary)).containsExactly(new Move.Ask(Question.PAY_DAY));
    assertThat(
            moves(
                named(
                    Topic.PAY,
                    slots -> {
                      slots.payEvent = true;
                      slots.payDay = Optional.of(10);
                    })))
        .containsExactly(new Move.ReadBack(new Terms.Full(OVERDUE, LocalDate.of(2026, 12, 10))));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, 25, 0, 2026-11-25",
    "2026-11-23, 23, 0, 2026-12-23",
    "2026-11-23, 10, 0, 2026-12-10",
    "2026-11-23, 25, 1, 2026-12-25",
    "2026-11-30, 31, 0, 2026-12-31",
    "2027-01-31, 31, 0, 2027-02-28",
    "2027-01-30, 31, 0, 2027-01-31",
    "2027-02-28, 31, 0, 2027-03-31",
    "2028-02-10, 30, 0, 2028-02-29",
    "2027-01-15, 31, 1, 2027-02-28",
    "2026-12-31, 1, 0, 2027-01-01",
  })
  void payDaysFindTheirMonth(LocalDate today, int payDay, int monthsAhead, LocalDate expected) {
    Consumer<StateDraft> salary =
        named(
            Topic.PAY,
            slots -> {
              slots.payEvent = true;
              slots.monthsAhead = monthsAhead;
            });
    Dossier dossier =
        Samples.dossier(
            Samples.account(),
            Samples.borrower(Optional.of(payDay)),
            Samples.mandate(70, 0, 0, Money.fen(1), "0"));
    assertThat(moves(dossier, today, salary))
        .containsExactly(new Move.ReadBack(new Terms.Full(OVERDUE, expected)));
  }

  @ParameterizedTest
  @CsvSource({"50000, 7", "109350, 3", "109351, 3", "400000, 2", "100, 12", "54675, 6"})
  void theMonthlySumMakesTheNumberOfInstalments(long ability, int count) {
    assertThat(
            moves(
                named(Topic.INSTALMENT, slots -> slots.ability = Optional.of(Money.fen(ability)))))
        .containsExactly(plan(count, TODAY.plusDays(7)));
  }

  @ParameterizedTest
  @CsvSource({"2, 2, true", "12, 12, true", "13, 12, false", "1, 2, false", "0, 2, false"})
  void theNumberThatWasAskedForIsReadBackOnlyIfItCanBe(int asked, int given, boolean readBack) {
    List<Move> moves = moves(named(Topic.INSTALMENT, slots -> slots.count = Optional.of(asked)));
    Terms terms = new Terms.Instalments(Plan.monthly(OVERDUE, given, TODAY.plusDays(7)));
    assertThat(moves).containsExactly(readBack ? new Move.ReadBack(terms) : new Move.Offer(terms));
  }

  @Test
  void theFirstInstalmentFollowsThePayDayButNotTooSoon() {
    Consumer<StateDraft> two = named(Topic.INSTALMENT, slots -> slots.count = Optional.of(2));
    assertThat(firstOf(moves(withPayDay(26), TODAY, two))).isEqualTo(LocalDate.of(2026, 11, 26));
    assertThat(firstOf(moves(withPayDay(25), TODAY, two))).isEqualTo(LocalDate.of(2026, 12, 25));
  }

  private static Dossier withPayDay(int day) {
    return Samples.dossier(
        Samples.account(), Samples.borrower(Optional.of(day)), Samples.mandate());
  }

  private static LocalDate firstOf(List<Move> moves) {
    Move.ReadBack readBack = (Move.ReadBack) moves.getFirst();
    return ((Terms.Instalments) readBack.terms()).plan().first().due();
  }

  @Test
  void instalmentsAskWhatTheyCanManageOnce() {
    assertThat(moves(named(Topic.INSTALMENT, _ -> {})))
        .containsExactly(new Move.Ask(Question.ABILITY));
    Consumer<StateDraft> asked =
        named(Topic.INSTALMENT, _ -> {}).andThen(state -> state.asked.add("ask_ability"));
    assertThat(moves(asked)).containsExactly(plan(12, TODAY.plusDays(7)));
  }

  @Test
  void reliefOffersWhatIsLeftAndThenAPerson() {
    Consumer<StateDraft> relief = named(Topic.RELIEF, _ -> {});
    assertThat(moves(relief))
        .containsExactly(extension(14), plan(12, TODAY.plusDays(7)), reduction());
    assertThat(moves(relief.andThen(state -> state.declined.addAll(Set.of("extension", "plan")))))
        .containsExactly(reduction());
    Consumer<StateDraft> allDeclined =
        relief.andThen(state -> state.declined.addAll(Set.of("extension", "plan", "reduction")));
    assertThat(moves(allDeclined))
        .containsExactly(new Move.HandOver(HandoverReason.OUTSIDE_AUTHORITY));
    assertThat(moves(allDeclined.andThen(state -> state.mark(Mark.HARDSHIP))))
        .containsExactly(new Move.HandOver(HandoverReason.HARDSHIP));
    assertThat(moves(named(Topic.REDUCTION, _ -> {}))).containsExactly(reduction());
  }

  @Test
  void aMandateInAnotherCurrencyMakesNoPlan() {
    Mandate yen =
        Samples.mandate(30, 14, 12, new Money(100, java.util.Currency.getInstance("JPY")), "0");
    assertThat(moves(yen, named(Topic.RELIEF, _ -> {}))).containsExactly(extension(14));
  }

  /** Whatever is named and whatever the lender allows, the guard has nothing against it. */
  @Test
  void nothingIsEverProposedOutsideTheMandate() {
    Guard guard = new Guard(SampleLaw.book());
    int proposed = 0;
    for (int seed = 0; seed < 4000; seed++) {
      Rng rng = Rng.seeded(seed);
      Money overdue = Money.fen(1 + rng.nextInt(rng.chance(0.1) ? 20 : 1_000_000));
      Dossier dossier =
          Samples.dossier(
              Samples.account(overdue),
              Samples.borrower(maybe(rng, 1 + rng.nextInt(31))),
              Samples.mandate(
                  1 + rng.nextInt(60),
                  rng.nextInt(4) * 10,
                  rng.nextInt(25),
                  Money.fen(rng.nextInt(3) * 10_000L),
                  List.of("0", "0.05", "0.333", "1").get(rng.nextInt(4))));
      for (Move move : moves(dossier, TODAY, state -> draw(state, overdue, rng))) {
        proposed += move instanceof Move.Offer || move instanceof Move.ReadBack ? 1 : 0;
        assertThat(guard.against(move, dossier, SampleFlow.state(true), Samples.NOW))
            .as("seed %d: %s", seed, move)
            .isEmpty();
      }
    }
    assertThat(proposed).isGreaterThan(2000);
  }

  private static void draw(StateDraft state, Money overdue, Rng rng) {
    state.topic = Optional.of(List.of(Topic.values()).get(rng.nextInt(Topic.values().length)));
    Slots.Draft slots = state.slots.draft();
    slots.date = maybe(rng, TODAY.plusDays(rng.nextInt(120)));
    slots.amount = maybe(rng, Money.fen(1 + rng.nextInt((int) overdue.minor() * 2)));
    slots.ability = maybe(rng, Money.fen(1 + rng.nextInt((int) overdue.minor() * 2)));
    slots.count = maybe(rng, rng.nextInt(40));
    slots.payEvent = rng.chance(0.3);
    slots.payDay = maybe(rng, 1 + rng.nextInt(31));
    slots.monthsAhead = rng.nextInt(2);
    state.slots = slots.build();
    for (String offer : List.of("full", "extension", "plan", "reduction")) {
      if (rng.chance(0.3)) {
        state.declined.add(offer);
      }
    }
    for (Question question : Question.values()) {
      if (rng.chance(0.3)) {
        state.asked.add(question.id());
      }
    }
  }

  private static <T> Optional<T> maybe(Rng rng, T value) {
    return rng.chance(0.5) ? Optional.of(value) : Optional.empty();
  }
}
