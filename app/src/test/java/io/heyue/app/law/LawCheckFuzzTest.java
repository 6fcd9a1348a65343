package io.heyue.app.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.heyue.brain.book.LawBook;
import io.heyue.core.base.Lang;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes in, an answer goes out, and what isn't understood is forbidden. In the usual test
 * Jazzer runs the seeds that lie beside it; with {@code JAZZER_FUZZ=1} it looks for more, guided by
 * what it covers: {@code JAZZER_FUZZ=1 ./heyue test app LawCheckFuzzTest}.
 */
class LawCheckFuzzTest {
  private static final LawCheck CHECK =
      new LawCheck(
          LawBook.read(
                  Path.of(Objects.requireNonNull(System.getProperty("heyue.root")), "data", "law"))
              .rules());

  private static final String LAWFUL =
      """
      {"id":"1","act":"call","at":"2026-11-26T10:00:00+08:00",\
      "lender":{"place":"CN","licence":"bank","agency":null},\
      "person":{"place":"CN","timeZone":"Asia/Shanghai","relation":"debtor","flags":[]},\
      "contactPoint":{"kind":"mobile","id":"p1","source":"contract"},\
      "account":{"product":"consumer_loan","lastDemandOrAcknowledgment":"2026-10-01","assigned":false},\
      "consents":["call"],"holds":[],"history":[{"at":"2026-11-24T10:00:00+08:00","act":"call",\
      "contactPoint":"p1","effective":true}],"policy":{"maxAttemptsPerDay":3,"signed":true}}\
      """;

  @FuzzTest(maxDuration = "5m")
  void anyTextIsAnswered(FuzzedDataProvider data) {
    answered(data.consumeRemainingAsString());
  }

  private static Answer answered(String text) {
    Answer answer = CHECK.check(text, Lang.EN);
    assertThat(answer.json(Optional.of(1L)).toString()).contains("\"verdict\"");
    if (answer.error().isPresent()) {
      assertThat(answer.verdict()).isEqualTo(Answer.Outcome.FORBIDDEN);
    }
    return answer;
  }

  /** Seed 20261126; a failure prints the text. */
  @Test
  void aQuestionThatWasDamagedIsAnsweredToo() {
    RandomGenerator chance = new SplittableRandom(20261126);
    int unreadable = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = LAWFUL.getBytes(StandardCharsets.UTF_8);
      int hits = 1 + chance.nextInt(3);
      for (int hit = 0; hit < hits; hit++) {
        bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      try {
        unreadable += answered(text).error().isPresent() ? 1 : 0;
      } catch (RuntimeException e) {
        throw new AssertionError("Not answered: " + text, e);
      }
    }
    assertThat(answered(LAWFUL).verdict()).isEqualTo(Answer.Outcome.PERMITTED);
    assertThat(unreadable).isBetween(5_000, 19_999);
  }
}
