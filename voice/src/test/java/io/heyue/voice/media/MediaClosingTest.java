package io.heyue.voice.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.voice.audio.Companding;
import io.heyue.voice.media.Played.End;
import java.io.IOException;
import java.net.BindException;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How streams end, wanted or not. */
class MediaClosingTest {
  @Test
  void afterClosingPortsAreFree() throws Exception {
    int port;
    // Of a range of its own: of that which other tests use somebody else might take it meanwhile.
    try (Lines lines =
        new Lines(MediaSettings.of(Lines.HERE, 28_000, 28_198, InstantSource.system(), 42))) {
      port = lines.left.localPort();
    }
    MediaSettings two = MediaSettings.of(Lines.HERE, port, port + 1, InstantSource.system(), 1);
    MediaEngine engine = MediaEngine.start(two);
    for (int times = 0; times < 20; times++) {
      Ear ear = new Ear();
      MediaStream stream = engine.open(whoTakesThePort(port, ear));
      assertThat(stream.localPort()).isEqualTo(port);
      assertThatThrownBy(() -> engine.open(new Ear())).isInstanceOf(BindException.class);
      PlaybackId id = stream.play(Playback.of(Tones.sound(1_000, 1)));
      stream.close();
      stream.close();
      assertThat(ear.awaitClosed().fault()).isEmpty();
      assertThat(ear.played).containsExactly(new Played(id, 0, Optional.empty(), End.FLUSHED));
    }
    Ear last = new Ear();
    var _ = engine.open(last);
    engine.close();
    assertThat(last.closed).isDone();
    assertThat(engine.streams()).isZero();
    assertThatThrownBy(() -> engine.open(new Ear())).isInstanceOf(IllegalStateException.class);
  }

  /** Takes the ports itself in the moment in which it is told that they are free. */
  private static StreamListener whoTakesThePort(int port, Ear ear) {
    return new StreamListener() {
      @Override
      public void played(Played played) {
        ear.played(played);
      }

      @Override
      public void closed(StreamFigures figures, Optional<Throwable> fault) {
        try {
          Sockets.open(Lines.HERE, port).close();
          ear.closed(figures, fault);
        } catch (IOException e) {
          ear.closed(figures, Optional.of(e));
        }
      }
    };
  }

  @Test
  void aFaultOfOneStreamClosesThatOneAlone() throws Exception {
    try (Lines lines = new Lines()) {
      lines.connect(Companding.PCMA);
      Ear told = new Ear();
      MediaStream faulty =
          lines.engine.open(
              new StreamListener() {
                @Override
                public void heard(short[] frame, long at) {
                  throw new StackOverflowError("of the listener");
                }

                @Override
                public void closed(StreamFigures figures, Optional<Throwable> fault) {
                  told.closed(figures, fault);
                }
              });
      faulty.connect(Lines.remote(lines.left, Companding.PCMA));
      assertThat(told.awaitClosed().fault()).containsInstanceOf(StackOverflowError.class);
      var _ =
          lines.left.play((_, _, _) -> {
            throw new IllegalStateException("of what is played");
          });
      assertThat(lines.leftEar.awaitClosed().fault()).containsInstanceOf(RuntimeException.class);
      lines.rightEar.frames.clear();
      lines.rightEar.tick(5);
      assertThat(lines.engine.streams()).isEqualTo(1);
    }
  }

  @Test
  void aListenerMayCloseItsStreamButNotTheEngine() throws Exception {
    try (Lines lines = new Lines()) {
      Ear told = new Ear();
      MediaStream[] own = new MediaStream[1];
      own[0] =
          lines.engine.open(
              new StreamListener() {
                @Override
                public void heard(short[] frame, long at) {
                  assertThatThrownBy(lines.engine::close)
                      .isInstanceOf(IllegalArgumentException.class);
                  own[0].close();
                }

                @Override
                public void closed(StreamFigures figures, Optional<Throwable> fault) {
                  told.closed(figures, fault);
                }
              });
      own[0].connect(Lines.remote(lines.left, Companding.PCMA));
      assertThat(told.awaitClosed().fault()).isEmpty();
    }
  }
}
