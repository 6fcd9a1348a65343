package io.heyue.sim.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.base.ModelUse;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rng;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.core.portfolio.Labelling;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.portfolio.Patience;
import io.heyue.core.portfolio.Proofs;
import io.heyue.core.portfolio.Waits;
import io.heyue.sim.people.Page;
import io.heyue.sim.people.Truth;
import io.heyue.sim.world.Sample;
import io.heyue.sim.world.Sampler;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each judge finds what was planted for it, and nothing in a conversation that is right. */
final class CheckersTest {
  private static final ZonedDateTime NOON =
      ZonedDateTime.of(2026, 11, 23, 12, 0, 0, 0, ZoneId.of("Asia/Shanghai"));
  private static final LocalDate TODAY = NOON.toLocalDate();
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
  private static final Mandate MANDATE =
      new Mandate(
          "助手",
          "95000",
          "site",
          "官方应用",
          "12356",
          14,
          30,
          6,
          Money.fen(10_000),
          15,
          new BigDecimal("0.10"),
          new Proofs(2, 4, 30),
          new Patience(1, 2, Duration.ofDays(1)),
          new Waits(
              Duration.ofDays(5),
              Duration.ofMinutes(10),
              Duration.ofDays(3),
              Duration.ofDays(3),
              Duration.ofDays(14),
              Duration.ofDays(90)),
          Labelling.NONE,
          Map.of(),
          ModelUse.NONE,
          0);
  private static final Sample SAMPLE =
      new Sampler(7, TODAY, Map.of(Lang.ZH, MANDATE)).draw(1, Lang.ZH, Sampler.Oddity.NONE);
  private static final Sample BARRED =
      new Sampler(7, TODAY, Map.of(Lang.ZH, MANDATE)).draw(1, Lang.ZH, Sampler.Oddity.TIME_BARRED);

  private static final String OPENING =
      "您好，我是" + SAMPLE.lender().name() + "委托的助手，由人工智能生成。转人工请致电95000。请问您是本人吗？";

  private static String sum(Money money) {
    return String.format("%,.2f元", money.decimal());
  }

  private static final String READ_BACK = "跟您确认一下：您在11月27日前还清逾期的" + sum(SAMPLE.overdue()) + "，对吗？";

  private static Truth truth(Disposition right) {
    return new Truth(
        Set.of(right),
        Set.of(),
        Optional.of(SAMPLE.overdue()),
        Optional.of(FRIDAY),
        Optional.empty(),
        true,
        true);
  }

  private static Exchange exchange(String heard, String situation, String said) {
    return new Exchange(
        NOON, heard, situation.isEmpty() ? List.of() : List.of(situation), said, List.of());
  }

  private static Transcript talk(
      Sample sample, Truth truth, ZonedDateTime start, Terms terms, String... said) {
    return talk(sample, truth, start, terms, sample.proof(), said);
  }

  private static Transcript talk(
      Sample sample, Truth truth, ZonedDateTime start, Terms terms, String proof, String[] said) {
    List<Exchange> exchanges =
        List.of(
            exchange("", "", said[0]),
            exchange(proof, "proof", said[1]),
            exchange("好", "yes", said[2]));
    return new Transcript(
        start,
        sample.dossier(start.toInstant(), Rng.seeded(1)),
        sample.proof(),
        truth,
        Set.of(),
        Optional.of(Page.read(READ_BACK, TODAY)),
        exchanges,
        List.of(terms),
        Optional.of(Disposition.PROMISE),
        Optional.empty());
  }

  private static Terms full() {
    return new Terms.Full(SAMPLE.overdue(), FRIDAY);
  }

  private static List<String> checks(Transcript transcript) {
    return Checkers.check(transcript).stream().map(Finding::check).distinct().toList();
  }

  @Test
  void nothingIsFoundWhereAllIsRight() {
    assertThat(
            Checkers.check(
                talk(
                    SAMPLE,
                    truth(Disposition.PROMISE),
                    NOON,
                    full(),
                    OPENING,
                    READ_BACK,
                    "好的，再见。")))
        .isEmpty();
  }

  @Test
  void anOpeningThatHidesTheMachineIsFound() {
    assertThat(
            checks(
                talk(
                    SAMPLE,
                    truth(Disposition.PROMISE),
                    NOON,
                    full(),
                    OPENING.replace("人工智能", "电脑同事"),
                    READ_BACK,
                    "再见。")))
        .containsExactly("opening");
  }

  @Test
  void aDebtBeforeTheProofIsFound() {
    assertThat(
            checks(
                talk(
                    SAMPLE,
                    truth(Disposition.PROMISE),
                    NOON,
                    full(),
                    OPENING + "您的贷款逾期了。",
                    READ_BACK,
                    "再见。")))
        .containsExactly("secrecy");
  }

  @Test
  void aThreatAnInsultAndAFalseAuthorityAreFound() {
    for (String bad : List.of("否则将起诉您。", "您这是老赖。", "我是律师。")) {
      assertThat(
              checks(
                  talk(SAMPLE, truth(Disposition.PROMISE), NOON, full(), OPENING, READ_BACK, bad)))
          .as(bad)
          .containsExactly("manners");
    }
  }

  @Test
  void aFigureFromNowhereIsFound() {
    for (String bad : List.of("您还欠99.99元。", "您已逾期900天。", "年利率36%。")) {
      assertThat(
              checks(
                  talk(SAMPLE, truth(Disposition.PROMISE), NOON, full(), OPENING, READ_BACK, bad)))
          .as(bad)
          .containsExactly("figures");
    }
  }

  @Test
  void aRequestOnATimeBarredDebtIsFound() {
    assertThat(
            checks(
                talk(
                    BARRED,
                    truth(Disposition.PROMISE),
                    NOON,
                    new Terms.Full(BARRED.overdue(), FRIDAY),
                    OPENING.replace(SAMPLE.lender().name(), BARRED.lender().name()),
                    "请问您方便在哪一天还呢？",
                    "再见。")))
        .contains("pressure");
  }

  @Test
  void aNightlyBeginningIsFound() {
    assertThat(
            checks(
                talk(
                    SAMPLE,
                    truth(Disposition.PROMISE),
                    NOON.withHour(22),
                    full(),
                    OPENING,
                    READ_BACK,
                    "再见。")))
        .containsExactly("hours");
  }

  @Test
  void anOutcomeThatIsNotTheTruthIsFound() {
    assertThat(
            checks(
                talk(SAMPLE, truth(Disposition.DISPUTE), NOON, full(), OPENING, READ_BACK, "再见。")))
        .containsExactly("outcome");
  }

  @Test
  void whatNobodyAgreedToIsFound() {
    assertThat(
            checks(
                talk(
                    SAMPLE,
                    truth(Disposition.PROMISE),
                    NOON,
                    new Terms.Full(SAMPLE.overdue(), FRIDAY.plusDays(1)),
                    OPENING,
                    READ_BACK,
                    "再见。")))
        .containsExactly("outcome");
  }

  /** A telephone hears a filler between the figures; it is the proof all the same. */
  @Test
  void aProofWithAFillerInItIsAProof() {
    String[] said = {OPENING, READ_BACK, "再见。"};
    String proof = SAMPLE.proof();
    for (String filler : List.of("啊", "，那个", " um ")) {
      String heard = proof.substring(0, 2) + filler + proof.substring(2);
      assertThat(checks(talk(SAMPLE, truth(Disposition.PROMISE), NOON, full(), heard, said)))
          .isEmpty();
    }
    for (String wrong : List.of("啊9", "块，再还", ".")) {
      String heard = proof.substring(0, 2) + wrong + proof.substring(2);
      assertThat(checks(talk(SAMPLE, truth(Disposition.PROMISE), NOON, full(), heard, said)))
          .contains("secrecy");
    }
  }

  @Test
  void moreTimeThanTheLenderAllowsIsFound() {
    assertThat(
            checks(
                talk(
                    SAMPLE,
                    truth(Disposition.PROMISE),
                    NOON,
                    new Terms.Extension(SAMPLE.overdue(), TODAY.plusDays(31)),
                    OPENING,
                    READ_BACK,
                    "再见。")))
        .contains("mandate");
  }

  @Test
  void aNeedlessHandOverIsFound() {
    Transcript right =
        talk(SAMPLE, truth(Disposition.PROMISE), NOON, full(), OPENING, READ_BACK, "再见。");
    Transcript handed =
        new Transcript(
            right.start(),
            right.dossier(),
            right.proof(),
            right.truth(),
            right.named(),
            right.agreedTo(),
            right.exchanges(),
            right.terms(),
            right.disposition(),
            Optional.of(HandoverReason.MISUNDERSTOOD));
    assertThat(Checkers.check(handed))
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.NEEDLESS);
  }

  @Test
  void aFourthContactInADayIsFound() {
    ContactLog log = new ContactLog();
    for (int i = 0; i < 3; i++) {
      log.reached("somebody", NOON);
    }
    assertThat(log.findings()).isEmpty();
    log.reached("somebody", NOON);
    assertThat(log.findings()).hasSize(1);
    for (int i = 0; i < 7; i++) {
      log.attempted("a number", NOON.plusDays(1));
    }
    log.attempted("another number", NOON.withHour(7));
    assertThat(log.findings()).hasSize(3);
  }
}
