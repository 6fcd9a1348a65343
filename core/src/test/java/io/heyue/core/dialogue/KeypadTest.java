package io.heyue.core.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.Grain;
import io.heyue.core.base.Money;
import io.heyue.core.channel.ChannelEvent.Keyed;
import io.heyue.core.dialogue.Keypad.Menu;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.samples.SampleFlow;
import io.heyue.core.samples.Samples;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Understanding;
import io.heyue.core.understanding.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Today is Monday, 23 November. */
class KeypadTest {
  private static final Dossier DOSSIER = Samples.dossier();

  private static DialogueState after(Move question) {
    StateDraft draft = SampleFlow.state(true).draft();
    draft.made(question);
    return draft.build();
  }

  private static DialogueState after(Question question) {
    return after(new Move.Ask(question));
  }

  private static Understanding keyed(String keys, DialogueState state) {
    return Keypad.understand(new Keyed(keys), state, DOSSIER, Samples.LOCAL_NOW);
  }

  private static Understanding keyed(String keys, Question question) {
    return keyed(keys, after(question));
  }

  private static Value value(Understanding heard) {
    return heard.entities().getFirst().value();
  }

  private static void assertUnclear(Understanding heard) {
    assertThat(heard.main().intent()).isEqualTo(Intent.UNCLEAR);
    assertThat(heard.text()).isEmpty();
    assertThat(heard.entities()).isEmpty();
  }

  /** To stop must be easy, and a person must be to be had, whatever was asked. */
  @ParameterizedTest
  @EnumSource(Question.class)
  void threeKeysMeanTheSameEverywhere(Question question) {
    assertThat(keyed("0", question).main().intent()).isEqualTo(Intent.REQUEST_HUMAN);
    assertThat(keyed("9", question).main().intent()).isEqualTo(Intent.REPEAT_REQUEST);
    assertThat(keyed("*", question).main().intent()).isEqualTo(Intent.STOP_CONTACT);
    assertThat(keyed("*", question).main().confidence()).isEqualTo(1);
    assertThat(keyed("*", question).provenance().model()).isEqualTo("keypad");
  }

  @Test
  void oneIsYesAndTwoIsNo() {
    Terms terms = new Terms.Full(Samples.OVERDUE, Samples.TODAY.plusDays(4));
    List<DialogueState> closed = new ArrayList<>();
    closed.add(after(Question.STOP));
    closed.add(after(Question.PAID_HEARD));
    closed.add(after(Question.DISPUTE_HEARD));
    closed.add(after(new Move.Offer(terms)));
    closed.add(after(new Move.ReadBack(terms)));
    for (DialogueState state : closed) {
      assertThat(keyed("1", state).main().intent()).isEqualTo(Intent.AFFIRM);
      assertThat(keyed("2", state).main().intent()).isEqualTo(Intent.DENY);
      assertThat(Keypad.keys(state, DOSSIER)).isEqualTo(1);
      assertUnclear(keyed("3", state));
      assertUnclear(keyed("12", state));
    }
    assertThat(Keypad.menu(after(new Move.Offer(terms)), DOSSIER)).isEqualTo(Menu.AGREE);
    assertThat(keyed("2", Question.ANYTHING_ELSE).main().intent()).isEqualTo(Intent.DENY);
    assertUnclear(keyed("1", Question.ANYTHING_ELSE));
  }

  @ParameterizedTest
  @CsvSource({
    "IDENTITY, 1, AFFIRM",
    "IDENTITY, 2, DENY_IDENTITY",
    "IDENTITY, 3, THIRD_PARTY_RELATED",
    "IDENTITY, 4, BUSY_NOW",
    "WHEN, 1, CANNOT_PAY",
    "WHEN, 2, REQUEST_INSTALMENT",
    "WHEN, 3, ALREADY_PAID",
    "WHEN, 4, DISPUTE_DEBT",
    "WHEN, 5, BUSY_NOW",
    "REASON, 1, VULNERABILITY",
    "REASON, 2, VULNERABILITY",
    "REASON, 3, REFUSE_TO_PAY",
    "DISPUTE, 1, DISPUTE_DEBT",
    "DISPUTE, 3, DISPUTE_DEBT"
  })
  void oneKeySaysWhatIsMostOftenSaidThere(Question question, String key, Intent intent) {
    assertThat(keyed(key, question).main().intent()).isEqualTo(intent);
    assertThat(keyed(key, question).entities()).isEmpty();
    assertUnclear(keyed("6", question));
  }

  @Test
  void soManyInstalmentsOrSoMuchAMonth() {
    assertThat(value(keyed("3", Question.ABILITY))).isEqualTo(new Value.Instalments(3));
    assertThat(value(keyed("300", Question.ABILITY))).isEqualTo(new Value.Sum(Money.fen(30_000)));
    assertUnclear(keyed("1", Question.ABILITY));
    assertThat(Keypad.keys(after(Question.ABILITY), DOSSIER)).isZero();
  }

  @Test
  void theProofIsAsLongAsItIsAndAnXIsAStar() {
    assertThat(Keypad.keys(after(Question.VERIFICATION), DOSSIER)).isEqualTo(4);
    assertThat(keyed("3105", Question.VERIFICATION).text()).isEqualTo("3105");
    assertThat(keyed("310*", Question.VERIFICATION).text()).isEqualTo("310X");
    for (String other : List.of("310", "31055", "3*05", "")) {
      assertUnclear(keyed(other, Question.VERIFICATION));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "WHEN, 05, 2026-12-05",
    "WHEN, 23, 2026-11-23",
    "WHEN, 22, 2026-12-22",
    "WHICH_DAY, 31, 2026-11-30",
    "REST, 10, 2026-12-10",
    "CORRECTION, 28, 2026-11-28",
    "PAID_WHEN, 20, 2026-11-20",
    "PAID_WHEN, 24, 2026-10-24"
  })
  void twoDigitsAreTheNextSuchDayOrTheLastWhereItIsPast(
      Question question, String keys, LocalDate day) {
    assertThat(value(keyed(keys, question))).isEqualTo(new Value.Date(day, Grain.DAY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6", "00", "32", "123", "1*", ""})
  void whatIsNoDayIsUnclear(String keys) {
    assertUnclear(keyed(keys, Question.WHEN));
  }

  @Test
  void aSumIsWholeUnits() {
    assertThat(value(keyed("500", Question.AMOUNT))).isEqualTo(new Value.Sum(Money.fen(50_000)));
    assertThat(value(keyed("1200", Question.CORRECTION)))
        .isEqualTo(new Value.Sum(Money.fen(120_000)));
    assertThat(Keypad.keys(after(Question.AMOUNT), DOSSIER)).isZero();
    for (String none : List.of("5", "00", "1234567890", "50*")) {
      assertUnclear(keyed(none, Question.AMOUNT));
    }
  }

  @Test
  void anHourAPayDayAndNotYet() {
    assertThat(value(keyed("15", Question.CALLBACK)))
        .isEqualTo(new Value.Time(LocalTime.of(15, 0), Grain.HOUR));
    assertUnclear(keyed("24", Question.CALLBACK));
    assertThat(value(keyed("2515", Question.CALLBACK)))
        .isEqualTo(
            new Value.DateTime(
                Samples.LOCAL_NOW
                    .withDayOfMonth(25)
                    .toLocalDate()
                    .atTime(15, 0)
                    .atZone(Samples.LOCAL_NOW.getZone()),
                Grain.HOUR));
    assertThat(value(keyed("31", Question.PAY_DAY)))
        .isEqualTo(new Value.Numeral(BigDecimal.valueOf(31)));
    assertThat(keyed("2", Question.REST).main().intent()).isEqualTo(Intent.DENY);
  }

  @Test
  void anEntryIsKeysAndHidesThem() {
    assertThat(new Keyed("3105")).hasToString("Keyed[4 keys]");
    assertThatThrownBy(() -> new Keyed("12#")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Keyed("1".repeat(41)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
