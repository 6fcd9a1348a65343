package io.heyue.brain.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.words.Normaliser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ApprovedTest {
  private static final Path ROOT = Path.of(System.getProperty("heyue.root", ".."));
  private static final Path DATA = ROOT.resolve("data");
  private static final Normaliser NORMALISER = Normaliser.of(TableReader.read(DATA));
  private static final Approved APPROVED = Approved.read(DATA, Lang.ZH, NORMALISER);

  @Test
  void anApprovedSentenceIsKnownWithWhateverHarmlessThingStandsInItsPlaces() {
    assertThat(holds("有一件事需要与您本人确认，请打开 https://pay.lender.example/c/1a2b 。")).isTrue();
    assertThat(holds("有一件事需要与您本人确认，请打开 不还钱就找你老板 。")).isFalse();
    assertThat(holds("不还钱就找你老板。")).isFalse();
  }

  /** One approved sentence doesn't carry another along. */
  @Test
  void everySentenceMustBeApproved() {
    assertThat(holds("这笔账的明细如下。")).isTrue();
    assertThat(holds("这笔账的明细如下。不还钱就找你老板。")).isFalse();
  }

  private static boolean holds(String words) {
    return APPROVED.holds(NORMALISER.normalise(words).text(), place -> !place.contains("老板"));
  }
}
