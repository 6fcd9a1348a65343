package io.heyue.voice.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.speech.Fallback.Patience;
import io.heyue.voice.speech.Voices.Hum;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FallbackTest {
  /** Fails, hangs or speaks, as it is told. */
  private static final class Moody implements Voice {
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String mood = "well";

    @Override
    public String name() {
      return "moody";
    }

    @Override
    public Sound say(String words, Lang lang) {
      asked.incrementAndGet();
      return switch (mood) {
        case "well" -> Voices.tone(8_000, 300, 9_000, 100);
        case "silent" -> new Sound(8_000, new short[0]);
        case "hangs" -> hang();
        case "breaks" -> throw new IllegalStateException("a bug");
        default -> throw new VoiceFailure("moody can't.");
      };
    }

    private static Sound hang() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new VoiceFailure("moody was interrupted.");
    }
  }

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final Moody moody = new Moody();
  private final Hum hum = new Hum("hum", 5_000);

  private Fallback fallback(Duration time) {
    return new Fallback(
        List.of(moody, hum), new Patience(time, 2, Duration.ofSeconds(30)), now::get);
  }

  @Test
  void whateverTheFirstDoesTheWordsAreSaid() {
    try (Fallback voice = fallback(Duration.ofSeconds(20))) {
      for (String mood : List.of("fails", "silent", "breaks")) {
        moody.mood = mood;
        assertThat(voice.say("您好", Lang.ZH).samples()).as(mood).hasSize(1_280);
        moody.mood = "well";
        assertThat(voice.say("您好", Lang.ZH).samples()).hasSize(100);
      }
    }
  }

  @Test
  void whoHangsIsNotWaitedForAndTheLastHasLonger() {
    moody.mood = "hangs";
    try (Fallback voice = fallback(Duration.ofSeconds(2))) {
      assertThat(voice.say("您好", Lang.ZH).samples()).hasSize(1_280);
    }
    Patience patience = new Patience(Duration.ofMillis(50), 1, Duration.ofHours(1));
    try (Fallback voice = new Fallback(List.of(moody), patience, now::get)) {
      assertThatThrownBy(() -> voice.say("您好", Lang.ZH))
          .hasMessageContaining("nothing within PT0.5S");
    }
  }

  @Test
  void whoFailsRestsAndIsTriedAgainByOneSentence() {
    try (Fallback voice = fallback(Duration.ofSeconds(20))) {
      moody.mood = "fails";
      for (int round = 0; round < 5; round++) {
        assertThat(voice.say("您好", Lang.ZH).samples()).hasSize(1_280);
      }
      assertThat(moody.asked).hasValue(2);
      assertThat(voice.name()).isEqualTo("hum");
      now.set(Instant.EPOCH.plusSeconds(31));
      assertThat(voice.say("您好", Lang.ZH).samples()).hasSize(1_280);
      assertThat(voice.say("您好", Lang.ZH).samples()).hasSize(1_280);
      assertThat(moody.asked).hasValue(3);
      now.set(Instant.EPOCH.plusSeconds(62));
      moody.mood = "well";
      assertThat(voice.say("您好", Lang.ZH).samples()).hasSize(100);
      assertThat(voice.name()).isEqualTo("moody");
    }
  }

  @Test
  void whereAllRestTheyAreTriedAllTheSame() {
    Patience patience = new Patience(Duration.ofSeconds(20), 1, Duration.ofHours(1));
    try (Fallback voice = new Fallback(List.of(moody), patience, now::get)) {
      moody.mood = "fails";
      for (int round = 0; round < 2; round++) {
        assertThatThrownBy(() -> voice.say("您好", Lang.ZH))
            .isInstanceOf(VoiceFailure.class)
            .hasMessageContaining("None of 1 voices")
            .hasMessageContaining("moody can't")
            .hasMessageNotContaining("您好");
      }
      moody.mood = "well";
      assertThat(voice.say("您好", Lang.ZH).samples()).hasSize(100);
    }
  }

  /** What a lesser voice said isn't kept for a better one. */
  @Test
  void aMouthKeepsWhatIsSaidByWhoSaidIt() {
    try (Fallback voice = fallback(Duration.ofSeconds(20))) {
      Mouth mouth = new Mouth(voice, 8_000, 10);
      moody.mood = "fails";
      assertThat(mouth.say("您好", Lang.ZH).samples()).hasSize(1_280);
      moody.mood = "well";
      assertThat(mouth.say("您好", Lang.ZH).samples()).hasSize(100);
      assertThat(mouth.say("您好", Lang.ZH).samples()).hasSize(100);
      assertThat(moody.asked).hasValue(2);
    }
  }
}
