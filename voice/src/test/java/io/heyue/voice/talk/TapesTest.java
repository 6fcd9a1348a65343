package io.heyue.voice.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TapesTest {
  @Test
  void aRecordingThatCantBeginLetsNoCallBeginForAWhile() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T02:00:00Z"));
    Tapes tapes =
        new Tapes(
            _ -> {
              throw new IOException("No space left on device");
            },
            now::get);
    assertThat(tapes.well()).isTrue();
    assertThatThrownBy(() -> tapes.begin(Optional.empty())).hasMessageContaining("No space");
    assertThat(tapes.well()).isFalse();
    now.updateAndGet(at -> at.plus(Tapes.REST).minus(Duration.ofMillis(1)));
    assertThat(tapes.well()).isFalse();
    now.updateAndGet(at -> at.plusMillis(1));
    assertThat(tapes.well()).isTrue();
  }
}
