package io.heyue.brain.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.portfolio.Labelling;
import io.heyue.core.portfolio.Mandate;
import io.heyue.core.portfolio.Patience;
import io.heyue.core.portfolio.Waits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MandateReaderTest {
  @TempDir private Path folder;

  @Test
  void theDefaultMandateSpeaksEveryLanguage() throws Exception {
    MandateReader reader = new MandateReader();

    assertThat(new Broken(folder).flaws(real(), reader::read)).isEmpty();

    assertThat(reader.mandates()).containsOnlyKeys(Lang.values());
    assertThat(reader.mandates().values())
        .extracting(Mandate::leastInstalment)
        .containsOnly(Money.fen(10_000));
    assertThat(reader.mandates().values())
        .extracting(Mandate::patience)
        .containsOnly(new Patience(1, 2, Duration.ofDays(1)));
    assertThat(reader.mandates().values())
        .extracting(Mandate::waits)
        .containsOnly(
            new Waits(
                Duration.ofDays(5),
                Duration.ofMinutes(10),
                Duration.ofDays(3),
                Duration.ofDays(3),
                Duration.ofDays(14),
                Duration.ofDays(90)));
    assertThat(reader.mandates().values())
        .extracting(Mandate::labelling)
        .containsOnly(new Labelling(0.5, 200));
    assertThat(reader.mandates().values()).extracting(Mandate::voice).containsOnly(0.15);
    assertThat(reader.voices()).isEmpty();
    assertThat(reader.mandates().values())
        .extracting(Mandate::speaker)
        .doesNotHaveDuplicates()
        .hasSize(Lang.values().length);
  }

  @Test
  void aLenderMaySwitchOffWhatAVoiceSeemsToFeel() throws Exception {
    MandateReader reader = new MandateReader();
    int voice = real().indexOf("voice_emotion:");
    String text =
        real().substring(0, voice)
            + real().substring(voice).replace("lenders: {}", "lenders: {晴川消费金融: \"0\"}");
    assertThat(new Broken(folder).flaws(text, reader::read)).isEmpty();
    assertThat(reader.voices()).containsExactly(Map.entry("晴川消费金融", 0.0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "currency: CNY|currency: RMB|:2: There is no currency 'RMB'. Maybe 'CNY' (ISO 4217).",
        "extension_days: 30|extension_days: -1|:4: The number is -1; it must be at least 0. Maybe",
        "reduction: \"0.10\"|reduction: 10|:7: The part is 10; it must be from 0 to 1. Maybe",
        "\"100.00\"|\"100.005\"|:6: Sum 100.005 does not fit CNY. Maybe",
        "grace_days: 1|grace_days: 0|The number is 0; it must be at least 1. Maybe",
        "grace_days: 1|grace_days: 3|A promise is asked after 2 days and broken after 3, and a part gives PT24H of peace. Maybe",
        "peace_after_part: P1D|peace_after_part: a day|'peace_after_part' is 'a day'; it must be a duration. Maybe",
        "claimed_payment: P5D|claimed_payment: PT0S|The time is PT0S; it must be above 0. Maybe",
        "unsure_below: \"0.50\"|unsure_below: 50|The part is 50; it must be from 0 to 1. Maybe",
        "reliability: \"0.15\"|reliability: 15|The part is 15; it must be from 0 to 1. Maybe",
        "help_line:|helpline:|There is no key 'helpline' here. Maybe 'help_line'.",
      })
  void whatIsWrongIsNamedWithItsLineAndAGuess(String right, String wrong, String message)
      throws Exception {
    String text = real().replaceFirst(java.util.regex.Pattern.quote(right), wrong);
    assertThat(text).isNotEqualTo(real());

    assertThat(new Broken(folder).flaws(text, new MandateReader()::read))
        .anyMatch(flaw -> flaw.contains(message));
  }

  private static String real() throws java.io.IOException {
    return Files.readString(RealData.folder().resolve("mandate/default.yaml"));
  }
}
