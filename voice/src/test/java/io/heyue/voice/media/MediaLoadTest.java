package io.heyue.voice.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.audio.Companding;
import io.heyue.voice.media.Played.End;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("It counts what a whole machine can send.")
class MediaLoadTest {
  private static final int STREAMS = 100;
  private static final int FRAMES = 100;

  private record Side(MediaStream stream, Ear ear) {
    static Side of(MediaEngine engine) throws IOException {
      Ear ear = new Ear();
      return new Side(engine.open(ear), ear);
    }
  }

  /** A hundred streams for two seconds: every frame is put on the wire and comes. */
  @Test
  void nothingOfAHundredStreamsIsLost() throws Exception {
    List<Side> sides = new ArrayList<>();
    try (MediaEngine engine = MediaEngine.start(Lines.settings())) {
      for (int number = 0; number < STREAMS; number++) {
        sides.add(Side.of(engine));
      }
      for (int number = 0; number < STREAMS; number++) {
        MediaStream other = sides.get(number ^ 1).stream();
        sides.get(number).stream().connect(Lines.remote(other, Companding.PCMA));
      }
      List<PlaybackId> ids = new ArrayList<>();
      for (Side side : sides) {
        ids.add(side.stream().play(Playback.of(Tones.sound(1_000, FRAMES))));
      }
      for (int number = 0; number < STREAMS; number++) {
        Side side = sides.get(number);
        assertThat(Ear.next(side.ear().played))
            .isEqualTo(new Played(ids.get(number), FRAMES * 160L, Optional.empty(), End.FINISHED));
      }
      for (int number = 0; number < STREAMS; number++) {
        MediaStream stream = sides.get(number).stream();
        sides.get(number).ear().until(() -> stream.figures().received() >= FRAMES);
        assertThat(stream.figures().sent()).isGreaterThanOrEqualTo(FRAMES);
        assertThat(stream.figures().unsent()).isZero();
        assertThat(stream.figures().lost()).isZero();
        assertThat(stream.figures().dropped(Dropped.WRONG_ADDRESS)).isZero();
      }
      assertThat(engine.lateness().count()).isGreaterThanOrEqualTo(STREAMS * FRAMES);
    }
    for (Side side : sides) {
      assertThat(side.ear().awaitClosed().fault()).isEmpty();
    }
  }
}
