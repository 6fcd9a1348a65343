package io.heyue.voice.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.voice.audio.Companding;
import io.heyue.voice.media.Played.End;
import io.heyue.voice.rtp.Key;
import io.heyue.voice.rtp.RtpPacket;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MediaEngineTest {
  private static void hearsTone(Ear ear) throws InterruptedException {
    List<short[]> heard = ear.hear(40, Tones::loud);
    double[] shares = heard.stream().mapToDouble(f -> Tones.share(1_000, f)).sorted().toArray();
    double[] levels = heard.stream().mapToDouble(Tones::loudness).sorted().toArray();
    assertThat(shares[20]).isGreaterThan(0.99);
    // Half a decibel.
    assertThat(levels[20] / (Tones.LOUD / Math.sqrt(2))).isBetween(0.944, 1.06);
  }

  @ParameterizedTest
  @EnumSource(Companding.class)
  void aToneIsHeardBothWaysAsItWasPlayed(Companding codec) throws Exception {
    try (Lines lines = new Lines()) {
      lines.connect(codec);
      PlaybackId id = lines.left.play(Playback.of(Tones.sound(1_000, 50)));
      var _ = lines.right.play(Playback.of(Tones.sound(1_000, 50)));
      hearsTone(lines.leftEar);
      hearsTone(lines.rightEar);
      assertThat(Ear.next(lines.leftEar.played))
          .isEqualTo(new Played(id, 8_000, Optional.empty(), End.FINISHED));
    }
  }

  @Test
  void keysComeOnceEachBothWaysAndInOrderWithWhatIsPlayed() throws Exception {
    try (Lines lines = new Lines()) {
      assertThatThrownBy(() -> lines.left.press(Key.ONE, Duration.ofMillis(100)))
          .isInstanceOf(IllegalStateException.class);
      lines.connect(Companding.PCMA);
      lines.left.press(Key.FIVE, Duration.ofMillis(100));
      lines.left.press(Key.FIVE, Duration.ofMillis(40));
      lines.left.press(Key.HASH, Duration.ofMillis(20));
      lines.right.press(Key.STAR, Duration.ofMillis(200));
      var _ = lines.left.play(Playback.of(Tones.sound(1_000, 10)));
      var _ = lines.right.play(Playback.of(Tones.sound(1_000, 10)));
      // What is heard after the keys comes after all their packets.
      var _ = lines.leftEar.hear(8, Tones::loud);
      var _ = lines.rightEar.hear(8, Tones::loud);
      assertThat(lines.rightEar.keys).containsExactly(Key.FIVE, Key.FIVE, Key.HASH);
      assertThat(lines.leftEar.keys).containsExactly(Key.STAR);
    }
  }

  @Test
  void whatIsReportedAsPlayedIsWhatTheOtherSideGot() throws Exception {
    try (Lines lines = new Lines();
        Peer peer = new Peer()) {
      lines.left.connect(Remote.of(peer.address(), Companding.PCMA));
      List<Mark> marks = List.of(new Mark(800, "five"), new Mark(1_000_000, "never"));
      PlaybackId id = lines.left.play(Playback.of(Tones.sound(1_000, 500), marks));
      PlaybackId next = lines.left.play(Playback.of(Tones.sound(1_000, 500)));
      int got = 0;
      while (got < 10) {
        got += loud(peer.receive());
      }
      lines.left.flush();
      long sent = lines.left.figures().sent();
      Played played = Ear.next(lines.leftEar.played);
      assertThat(Ear.next(lines.leftEar.played))
          .isEqualTo(new Played(next, 0, Optional.empty(), End.FLUSHED));
      for (int quiet = 0; quiet < 5; quiet++) {
        int loud = loud(peer.receive());
        got += loud;
        quiet = loud > 0 ? -1 : quiet;
      }
      assertThat(played).isEqualTo(new Played(id, got * 160L, Optional.of("five"), End.FLUSHED));
      // Nothing of it was sent after the flush had returned.
      assertThat((long) got).isLessThanOrEqualTo(sent);
      PlaybackId again = lines.left.play(Playback.of(Tones.sound(1_000, 3)));
      assertThat(Ear.next(lines.leftEar.played))
          .isEqualTo(new Played(again, 480, Optional.empty(), End.FINISHED));
    }
  }

  private static int loud(RtpPacket packet) {
    return Tones.loud(Companding.PCMA.decode(packet.payload())) ? 1 : 0;
  }

  @Test
  void whoIsHeldHearsNothingAndIsNotHeard() throws Exception {
    try (Lines lines = new Lines()) {
      lines.connect(Companding.PCMA);
      var _ = lines.right.play(Playback.of(Tones.sound(1_000, 2_000)));
      var _ = lines.leftEar.hear(5, Tones::loud);
      Remote remote = Lines.remote(lines.right, Companding.PCMA);
      lines.left.connect(remote.held(false, false));
      long sent = lines.left.figures().sent();
      PlaybackId id = lines.left.play(Playback.of(Tones.sound(1_000, 10)));
      lines.leftEar.frames.clear();
      // The one that was on its way.
      lines.leftEar.tick(2);
      assertThat(lines.leftEar.hear(20, _ -> true)).noneMatch(Tones::loud);
      assertThat(lines.left.figures().sent()).isEqualTo(sent);
      lines.left.connect(remote.held(true, true));
      var _ = lines.leftEar.hear(5, Tones::loud);
      assertThat(Ear.next(lines.leftEar.played))
          .isEqualTo(new Played(id, 1_600, Optional.empty(), End.FINISHED));
    }
  }

  @Test
  void ofAnotherCodecSourceAndNumbersGoOn() throws Exception {
    try (Lines lines = new Lines();
        Peer peer = new Peer()) {
      lines.left.connect(Remote.of(peer.address(), Companding.PCMA));
      RtpPacket before = peer.receive();
      lines.left.connect(Remote.of(peer.address(), Companding.PCMU));
      RtpPacket after = before;
      for (int number = 1; after.payloadType() == 8; number++) {
        after = peer.receive();
        assertThat(after.sequence()).isEqualTo(before.sequence() + number);
        assertThat(number).isLessThan(100);
      }
      assertThat(after.payloadType()).isZero();
      assertThat(after.source()).isEqualTo(before.source());
    }
  }

  @Test
  void silenceIsToldOnceUntilSomethingComes() throws Exception {
    try (Lines lines = new Lines(Lines.quick());
        Peer peer = new Peer()) {
      lines.left.connect(Remote.of(peer.address(), Companding.PCMA));
      assertThat(Ear.next(lines.leftEar.silences)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
      lines.leftEar.frames.clear();
      lines.leftEar.tick(30);
      assertThat(lines.leftEar.silences).isEmpty();
      peer.send(Tones.packet(1_000, 5, 0).bytes(), lines.left.localPort());
      var _ = Ear.next(lines.leftEar.silences);
    }
  }

  @Test
  void bothSidesReportAndSayGoodbye() throws Exception {
    try (Lines lines = new Lines(Lines.quick());
        Peer peer = new Peer()) {
      lines.connect(Companding.PCMA);
      lines.leftEar.until(() -> lines.left.figures().roundTrip().isPresent());
      StreamFigures figures = lines.left.figures();
      assertThat(figures.roundTrip().orElseThrow()).isLessThan(Duration.ofSeconds(30));
      assertThat(figures.peerLoss().orElseThrow()).isBetween(0.0, 1.0);
      assertThat(figures.received()).isPositive();
      lines.left.connect(Remote.of(peer.address(), Companding.PCMA));
      assertThat(Rtcp.read(peer.receiveReport()).getFirst())
          .isInstanceOf(RtcpReport.OfSender.class);
      lines.left.close();
      for (int times = 0; Rtcp.read(peer.receiveReport()).size() < 2; times++) {
        assertThat(times).isLessThan(100);
      }
      assertThat(lines.leftEar.awaitClosed().fault()).isEmpty();
    }
  }

  @Test
  void anAddressOfNobodyIsRefused() throws IOException {
    try (Lines lines = new Lines()) {
      Remote remote = Lines.remote(lines.left, Companding.PCMA);
      assertThatThrownBy(() -> remote.events(13)).hasMessageContaining("13");
      assertThatThrownBy(
              () -> Remote.of(new java.net.InetSocketAddress("0.0.0.0", 5_000), Companding.PCMA))
          .hasMessageContaining("hold");
    }
  }
}
