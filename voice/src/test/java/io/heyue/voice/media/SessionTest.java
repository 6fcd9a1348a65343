package io.heyue.voice.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Rng;
import io.heyue.voice.audio.Companding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stream whose rounds the test calls itself. */
class SessionTest {
  private static final long ROUND = 20_000_000;

  private final List<Session> left = new ArrayList<>();

  private Session session(StreamListener listener) throws Exception {
    MediaSettings settings = Lines.settings();
    return new Session(
        new PortPairs(Lines.HERE, 23_000, 23_999, 0).open(),
        listener,
        settings,
        new NtpClock(Instant.EPOCH, 0),
        Rng.seeded(1),
        left::add);
  }

  @Test
  void whatIsSaidWhileTheSenderStandsStillIsHeard() throws Exception {
    Ear ear = new Ear();
    List<Long> places = new ArrayList<>();
    Session session =
        session(
            new StreamListener() {
              @Override
              public void heard(short[] frame, long at) {
                places.add(at);
                ear.heard(frame, at);
              }
            });
    try (Peer peer = new Peer()) {
      session.connect(Remote.of(peer.address(), Companding.PCMA));
      for (int number = 0; number < 30; number++) {
        session.came(
            Tones.packet(1_000, 5, number).bytes(), peer.address(), (100 + number) * ROUND);
        // Rounds 110 to 120 are given up.
        int round = 100 + number;
        if (round < 110 || round > 120) {
          assertThat(session.send(round, round * ROUND)).isTrue();
          session.hear(round, round * ROUND);
        }
      }
      assertThat(places).hasSize(30);
      for (int number = 0; number < 30; number++) {
        assertThat(places.get(number)).isEqualTo(number * 160L);
      }
      assertThat(ear.frames).allMatch(frame -> Tones.share(1_000, frame) > 0.9);
      assertThat(session.figures().sent()).isEqualTo(19);
      long first = peer.receive().timestamp();
      for (int number = 1; number < 10; number++) {
        assertThat(peer.receive().timestamp() - first & 0xffff_ffffL).isEqualTo(number * 160L);
      }
      // Time went on, though nothing was sent.
      assertThat(peer.receive().timestamp() - first & 0xffff_ffffL).isEqualTo(21 * 160L);
      session.hear(1_000, 1_000 * ROUND);
      assertThat(places).hasSize(62);
      assertThat(places.getLast()).isEqualTo(900 * 160L);
    } finally {
      session.sockets().close();
    }
    assertThat(left).isEmpty();
    session.close();
    session.close();
    assertThat(left).containsExactly(session);
  }
}
