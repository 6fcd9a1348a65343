package io.heyue.voice.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.audio.Companding;
import io.heyue.voice.rtp.RtpPacket;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a stream lets in and what not. */
class MediaGuardTest {
  private static SrtpKeys keys(SrtpSuite suite, int ours, int theirs) {
    return new SrtpKeys(SrtpTest.key(suite, ours), SrtpTest.key(suite, theirs));
  }

  @ParameterizedTest
  @EnumSource(SrtpSuite.class)
  void encryptedMediaIsHeardBothWaysWithItsReports(SrtpSuite suite) throws Exception {
    try (Lines lines = new Lines(Lines.quick())) {
      lines.left.connect(Lines.remote(lines.right, Companding.PCMA).secured(keys(suite, 1, 2)));
      lines.right.connect(Lines.remote(lines.left, Companding.PCMA).secured(keys(suite, 2, 1)));
      var _ = lines.left.play(Playback.of(Tones.sound(1_000, 50)));
      var _ = lines.right.play(Playback.of(Tones.sound(1_000, 50)));
      for (Ear ear : List.of(lines.leftEar, lines.rightEar)) {
        assertThat(ear.hear(30, Tones::loud).stream().filter(f -> Tones.share(1_000, f) > 0.95))
            .hasSizeGreaterThan(20);
      }
      lines.leftEar.until(() -> lines.left.figures().roundTrip().isPresent());
      assertThat(lines.left.figures().dropped(Dropped.UNAUTHENTICATED)).isZero();
    }
  }

  @Test
  void byAWrongKeyNothingIsHeard() throws Exception {
    SrtpSuite suite = SrtpSuite.AES_CM_128_HMAC_SHA1_80;
    try (Lines lines = new Lines()) {
      lines.left.connect(Lines.remote(lines.right, Companding.PCMA).secured(keys(suite, 1, 2)));
      lines.right.connect(Lines.remote(lines.left, Companding.PCMA).secured(keys(suite, 2, 3)));
      var _ = lines.left.play(Playback.of(Tones.sound(1_000, 500)));
      lines.rightEar.until(() -> lines.right.figures().dropped(Dropped.UNAUTHENTICATED) > 20);
      assertThat(lines.rightEar.hear(10, _ -> true)).noneMatch(Tones::loud);
      assertThat(lines.right.figures().received()).isZero();
    }
  }

  @Test
  void ofASecuredStreamPlainAndRepeatedPacketsAreDropped() throws Exception {
    SrtpSuite suite = SrtpSuite.AES_CM_128_HMAC_SHA1_80;
    try (Lines lines = new Lines();
        Peer peer = new Peer()) {
      lines.left.connect(Remote.of(peer.address(), Companding.PCMA).secured(keys(suite, 1, 2)));
      Srtp theirs = new Srtp(keys(suite, 2, 1));
      int port = lines.left.localPort();
      for (int number = 0; number < 10; number++) {
        byte[] plain = Tones.packet(1_000, 5, number).bytes();
        peer.send(plain, port);
        byte[] secret = theirs.protect(plain);
        peer.send(secret, port);
        peer.send(secret, port);
      }
      lines.leftEar.until(() -> lines.left.figures().dropped(Dropped.REPLAYED) == 10);
      assertThat(lines.left.figures().dropped(Dropped.UNAUTHENTICATED)).isEqualTo(10);
      assertThat(lines.left.figures().received()).isEqualTo(10);
    }
  }

  @Test
  void nobodyElsePutsWordsIntoAStream() throws Exception {
    try (Lines lines = new Lines();
        Peer peer = new Peer();
        Peer stranger = new Peer()) {
      lines.left.connect(Remote.of(peer.address(), Companding.PCMA));
      int port = lines.left.localPort();
      int strange = 0;
      for (int number = 0; number < 60; number++) {
        // Each packet that comes to the peer is a tick.
        var _ = peer.receive();
        peer.send(Tones.packet(440, 5, number).bytes(), port);
        if (number > 0) {
          stranger.send(Tones.packet(1_000, 5, number).bytes(), port);
          stranger.send(Tones.packet(1_000, 6, number).bytes(), port);
          strange += 2;
        }
      }
      int all = strange;
      lines.leftEar.until(() -> lines.left.figures().dropped(Dropped.WRONG_ADDRESS) == all);
      assertThat(lines.left.figures().received()).isEqualTo(60);
      assertThat(lines.leftEar.frames)
          .noneMatch(frame -> Tones.loud(frame) && Tones.share(1_000, frame) > 0.3);
    }
  }

  @Test
  void whoSitsBehindARouterIsSentToWhereTheySendFrom() throws Exception {
    try (Lines lines = new Lines();
        Peer signalled = new Peer();
        Peer real = new Peer()) {
      lines.left.connect(Remote.of(signalled.address(), Companding.PCMA));
      var _ = signalled.receive();
      real.send(Tones.packet(1_000, 5, 0).bytes(), lines.left.localPort());
      long source = real.receive().source();
      assertThat(real.receive().source()).isEqualTo(source);
    }
  }

  @Test
  void anotherSourceIsHeardOnceTheFirstIsSilent() throws Exception {
    try (Lines lines = new Lines();
        Peer peer = new Peer()) {
      lines.left.connect(Remote.of(peer.address(), Companding.PCMA));
      int port = lines.left.localPort();
      for (int number = 0; number < 20; number++) {
        var _ = peer.receive();
        peer.send(Tones.packet(440, 5, number).bytes(), port);
        peer.send(Tones.packet(1_000, 6, 900 + number).bytes(), port);
      }
      lines.leftEar.until(() -> lines.left.figures().dropped(Dropped.OTHER_SOURCE) == 20);
      assertThat(lines.left.figures().received()).isEqualTo(20);
      assertThat(lines.leftEar.frames)
          .noneMatch(frame -> Tones.loud(frame) && Tones.share(1_000, frame) > 0.3);
      for (int number = 20; number < 50; number++) {
        var _ = peer.receive();
        peer.send(Tones.packet(1_000, 6, 900 + number).bytes(), port);
      }
      var _ = lines.leftEar.hear(5, f -> Tones.loud(f) && Tones.share(1_000, f) > 0.9);
      StreamFigures figures = lines.left.figures();
      assertThat(figures.received()).isBetween(1L, 30L);
      assertThat(figures.lost()).isZero();
    }
  }

  /** Whatever comes, even from where media is to come from, who speaks then is heard. */
  @Test
  void garbageIsBorne() throws Exception {
    Random random = new Random(77);
    try (Lines lines = new Lines();
        Peer peer = new Peer()) {
      lines.left.connect(Remote.of(peer.address(), Companding.PCMA).events(101));
      int port = lines.left.localPort();
      byte[] report = Rtcp.write(new RtcpReport.OfReceiver(1, List.of()), "name", true);
      for (int times = 0; times < 20_000; times++) {
        byte[] garbage = new byte[random.nextInt(300)];
        random.nextBytes(garbage);
        if (random.nextBoolean() && garbage.length > 1) {
          garbage[0] = (byte) 0x80;
          garbage[1] = new byte[] {0, 8, 13, 101}[random.nextInt(4)];
        }
        peer.send(garbage, port);
        if (times % 4 == 0) {
          byte[] changed = report.clone();
          changed[random.nextInt(changed.length)] = (byte) random.nextInt();
          peer.sendReport(random.nextBoolean() ? garbage : changed, port);
        }
      }
      int heard = 0;
      for (int number = 0; heard < 20; number++) {
        assertThat(number).isLessThan(500);
        var _ = peer.receive();
        peer.send(Tones.packet(1_000, 5, number).bytes(), port);
        for (short[] frame = lines.leftEar.frames.poll();
            frame != null;
            frame = lines.leftEar.frames.poll()) {
          heard += Tones.loud(frame) && Tones.share(1_000, frame) > 0.95 ? 1 : 0;
        }
      }
      StreamFigures figures = lines.left.figures();
      assertThat(figures.dropped(Dropped.MALFORMED)).isPositive();
      assertThat(figures.dropped(Dropped.OTHER_SOURCE)).isPositive();
      assertThat(lines.leftEar.closed).isNotDone();
    }
  }

  @Test
  void beforeItIsConnectedNothingIsHeard() throws Exception {
    try (Lines lines = new Lines();
        Peer peer = new Peer()) {
      RtpPacket packet = Tones.packet(1_000, 5, 0);
      peer.send(packet.bytes(), lines.left.localPort());
      lines.right.connect(Remote.of(peer.address(), Companding.PCMA));
      lines.rightEar.until(() -> lines.left.figures().dropped(Dropped.UNCONNECTED) == 1);
      assertThat(lines.leftEar.frames).isEmpty();
    }
  }
}
