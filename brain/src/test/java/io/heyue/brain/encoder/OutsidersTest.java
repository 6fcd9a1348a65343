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
    report(Lang.ZH, Outsiders.Half.FIX);
    IntentReport held = report(Lang.ZH, Outsiders.Half.HELD);
    assertThat(held.accuracy()).isGreaterThanOrEqualTo(0.5);
  }

  @Test
  void english_strangers_are_understood() {
    report(Lang.EN, Outsiders.Half.FIX);
    IntentReport held = report(Lang.EN, Outsiders.Half.HELD);
    assertThat(held.accuracy()).isGreaterThanOrEqualTo(0.5);
  }

  private IntentReport report(Lang lang, Outsiders.Half half) {
    IntentReport report = new IntentReport();
    for (TestSentence sentence : Outsiders.all(lang, half)) {
      var understood = listener.understand(Project.heard(sentence.text(), lang, sentence.after()));
      report.add(sentence.is(), understood.main());
      if (half == Outsiders.Half.FIX && understood.main().intent() != sentence.is()) {
        System.out.println(
            "  "
                + sentence.is().id()
                + " ["
                + sentence.after()
                + "] "
                + sentence.text()
                + " -> "
                + understood.intents().stream()
                    .limit(3)
                    .map(s -> s.intent().id() + String.format(" %.2f", s.confidence()))
                    .toList());
      }
    }
    System.out.println(lang + " " + half + " " + report.summary(SAFETY));
    return report;
  }
}
