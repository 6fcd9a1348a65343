package io.heyue.brain.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.core.understanding.entity.RuleEntityParser;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is made of a reading of the model, whatever model that is. */
class IntentReaderTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.parse("2026-11-26T10:00:00+08:00[Asia/Shanghai]");

  private final Path folder = Project.lexicon(Lang.ZH);
  private final IntentReader reader =
      new IntentReader(
          LexiconReader.read(Project.DATA, Lang.ZH),
          PlainAnswer.open(folder),
          RiskReader.open(folder, FeelingReader.open(folder, 4).fate()));

  private static Reading reading(Map<Intent, Double> intents, Map<Intent, Double> said) {
    return new Reading(intents, said, Map.of(), 0, Map.of(), 0);
  }

  private static Spoken spoken(String text, String after) {
    return new Spoken(text, text, PlainText.of(text), after, Optional.empty());
  }

  private List<ScoredIntent> read(String text, String after, Reading whole, Reading... clauses) {
    List<Entity> entities = RuleEntityParser.of().parse(text, Lang.ZH, NOW, Money.CNY);
    return reader
        .read(spoken(text, after), whole, List.of(clauses), entities, NOW.toLocalDate())
        .list();
  }

  private static Reading only(Intent intent, double likely) {
    return reading(Map.of(intent, likely), Map.of(intent, likely));
  }

  @Test
  void despairThatIsHeardBesideAnythingComesFirst() {
    Reading whole = reading(Map.of(Intent.PROMISE_WITH_DATE, 0.58), Map.of(Intent.DISTRESS, 0.95));
    assertThat(read("钱会给的 日子就不过了", "", whole).getFirst().intent()).isEqualTo(Intent.DISTRESS);
  }

  @Test
  void soDoesDespairInOneClause() {
    List<ScoredIntent> heard =
        read(
            "钱会给的 日子就不过了",
            "",
            only(Intent.AGREE_TO_PAY, 0.95),
            only(Intent.AGREE_TO_PAY, 0.9),
            only(Intent.DISTRESS, 0.99));
    assertThat(heard.getFirst().intent()).isEqualTo(Intent.DISTRESS);
  }

  @Test
  void aWordOfSelfHarmIsHeardInTheMiddleOfALongText() {
    String text = "。".repeat(600) + "我想自杀" + "。".repeat(600);
    assertThat(reader.silence(spoken(text, "")).list().getFirst().intent())
        .isEqualTo(Intent.DISTRESS);
  }

  @Test
  void whatIsSaidBesideIsToldAndNeverTakesTheLead() {
    Reading whole =
        reading(
            Map.of(Intent.CANNOT_PAY, 0.7, Intent.REQUEST_INSTALMENT, 0.2),
            Map.of(Intent.CANNOT_PAY, 0.6, Intent.REQUEST_INSTALMENT, 0.95));
    assertThat(read("每个月几十块都挤不出", "offer_plan", whole))
        .extracting(ScoredIntent::intent)
        .startsWith(Intent.CANNOT_PAY)
        .contains(Intent.REQUEST_INSTALMENT);
  }

  @Test
  void aClauseCountsForNothingThatAClearWholeDoesNotHear() {
    Reading whole =
        reading(
            Map.of(Intent.LEGAL_REPRESENTATION, 0.99),
            Map.of(Intent.LEGAL_REPRESENTATION, 0.99, Intent.STOP_CONTACT, 0.05));
    Reading first = only(Intent.LEGAL_REPRESENTATION, 0.99);
    Reading second = only(Intent.STOP_CONTACT, 0.96);
    assertThat(read("都交给律师了 跟他谈去", "", whole, first, second))
        .extracting(ScoredIntent::intent)
        .doesNotContain(Intent.STOP_CONTACT);
    Reading unclear = reading(Map.of(Intent.ASK_AMOUNT, 0.5, Intent.ALREADY_PAID, 0.5), Map.of());
    assertThat(read("都交给律师了 跟他谈去", "", unclear, first, second))
        .extracting(ScoredIntent::intent)
        .contains(Intent.STOP_CONTACT, Intent.LEGAL_REPRESENTATION);
  }

  @Test
  void aDayDoesNotOutweighAStopOrAComplaint() {
    Map<Intent, Double> heard = Map.of(Intent.STOP_CONTACT, 0.55, Intent.PROMISE_WITH_DATE, 0.05);
    assertThat(read("下周五起谁也别来烦", "ask_when", reading(heard, Map.of())).getFirst().intent())
        .isEqualTo(Intent.STOP_CONTACT);
    Map<Intent, Double> other = Map.of(Intent.ASK_AMOUNT, 0.55, Intent.PROMISE_WITH_DATE, 0.05);
    assertThat(read("下周五吧大概", "ask_when", reading(other, Map.of())).getFirst().intent())
        .isEqualTo(Intent.PROMISE_WITH_DATE);
  }

  @Test
  void aPayDayIsNoInstalmentUnlessASumIsNamed() {
    Reading whole = only(Intent.REQUEST_INSTALMENT, 0.98);
    assertThat(read("每个月二十号发", "ask_pay_day", whole).getFirst().intent())
        .isEqualTo(Intent.PROMISE_WITH_DATE);
    assertThat(read("每个月二十号还五百", "ask_pay_day", whole).getFirst().intent())
        .isEqualTo(Intent.REQUEST_INSTALMENT);
  }
}
