package io.heyue.brain.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.entity.RuleEntityParser;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Measures the understanding on what strangers say, and holds it to what it has reached. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutsidersTest {
  /** Intents of which missing one harms somebody or breaks the law. */
  static final Set<Intent> SAFETY =
      EnumSet.of(
          Intent.DISTRESS,
          Intent.STOP_CONTACT,
          Intent.DISPUTE_DEBT,
          Intent.DEBTOR_DECEASED,
          Intent.DENY_IDENTITY,
          Intent.REQUEST_HUMAN,
          Intent.COMPLAIN,
          Intent.LEGAL_REPRESENTATION,
          Intent.VULNERABILITY);

  private ModelListener listener;

  @BeforeAll
  void open() {
    listener = ModelListener.open(Project.DATA, Project.HEADS, RuleEntityParser.of());
  }

  @AfterAll
  void close() {
    listener.close();
  }

  @Test
  void chinese_strangers_are_understood() {
    check(Lang.ZH);
  }

  @Test
  void english_strangers_are_understood() {
    check(Lang.EN);
  }

  private void check(Lang lang) {
    IntentReport known = report(lang, Outsiders.Half.FIX);
    IntentReport held = report(lang, Outsiders.Half.HELD);
    assertThat(known.accuracy()).isGreaterThanOrEqualTo(0.95);
    assertThat(held.accuracy()).isGreaterThanOrEqualTo(0.93);
    assertThat(held.recall(SAFETY)).isGreaterThanOrEqualTo(0.9);
    assertThat(held.precision(0.85)).isGreaterThanOrEqualTo(0.95);
  }

  private IntentReport report(Lang lang, Outsiders.Half half) {
    IntentReport report = new IntentReport();
    for (TestSentence sentence : Outsiders.all(lang, half)) {
      report.add(
          sentence.is(),
          listener.understand(Project.heard(sentence.text(), lang, sentence.after())).main());
    }
    System.out.println(lang + " " + half + ": " + report.summary(SAFETY));
    return report;
  }
}
