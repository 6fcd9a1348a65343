package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.audio.Sound;
import io.heyue.voice.audio.Wav;
import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.media.Playback;
import io.heyue.voice.peer.Baresip;
import io.heyue.voice.peer.Tone;
import io.heyue.voice.rtp.Key;
import io.heyue.voice.sip.Codec;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipSettings;
import io.heyue.voice.sip.Transport;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls by Opus: with baresip, which has libopus, and with ourselves. */
class OpusCallsTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final double OURS = 600;
  private static final double THEIRS = 1_000;
  private static final List<Codec> ALL = List.of(Codec.PCMA, Codec.PCMU, Codec.OPUS);
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private Telephone telephone;

  @BeforeEach
  void open() {
    telephone = another(20_400);
  }

  private Telephone another(int firstPort) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return Telephone.open(
        SipSettings.plain(loopback),
        MediaSettings.of(loopback, firstPort, firstPort + 99, InstantSource.system(), 7),
        notes::add);
  }

  @AfterEach
  void close() {
    telephone.close();
    assertThat(notes).isEmpty();
  }

  private TelephoneCall call(String peer, List<Codec> codecs, Overheard overheard)
      throws Exception {
    return telephone.call(
        SipAddress.parse(peer),
        new Telephone.Manner(
            telephone.address(Transport.UDP),
            Optional.empty(),
            Secrecy.WHERE_OFFERED,
            Phone.PATIENCE,
            codecs),
        overheard);
  }

  private static BlockingQueue<TelephoneCall> taking(
      Telephone by, List<Codec> codecs, PhoneListener listener) {
    BlockingQueue<TelephoneCall> calls = new LinkedBlockingQueue<>();
    by.admit(
        Phone.PATIENCE,
        _ ->
            new Admission.Admitted(
                new Telephone.Taking() {
                  @Override
                  public PhoneListener listener() {
                    return listener;
                  }

                  @Override
                  public void comes(TelephoneCall call) {
                    calls.add(call);
                  }
                },
                Secrecy.WHERE_OFFERED,
                codecs));
    return calls;
  }

  private static TelephoneCall next(BlockingQueue<TelephoneCall> calls) throws Exception {
    TelephoneCall call = calls.poll(30, TimeUnit.SECONDS);
    assertThat(call).isNotNull();
    return java.util.Objects.requireNonNull(call);
  }

  @Test
  void baresipThatHasOnlyOpusAndWeHearEachOtherAndEachOthersKeys() throws Exception {
    Baresip.present();
    try (Baresip peer = Baresip.byOpus(Tone.of(THEIRS, Duration.ofSeconds(20)), LIMIT)) {
      Overheard refused = new Overheard();
      var _ = call(peer.uri(), Codec.USUAL, refused);
      refused.hears("ended REFUSED");
      Overheard overheard = new Overheard();
      TelephoneCall call = call(peer.uri(), ALL, overheard);
      call.play(Playback.of(Tone.of(OURS, Duration.ofSeconds(1))));
      peer.awaitUp();
      overheard.hears("up");
      overheard.listensFor(THEIRS, Duration.ofMillis(600));
      assertThat(overheard.plays().samples()).isEqualTo(8_000);
      call.press(Key.FIVE, Duration.ofMillis(200));
      call.press(Key.HASH, Duration.ofMillis(200));
      assertThat(List.of(peer.awaitKey(), peer.awaitKey()).toString()).contains("5").contains("#");
      peer.keys("12*");
      overheard.hears("key 1", "key 2", "key *");
      call.hangUp();
      overheard.hears("ended WE_LEFT");
      peer.awaitOver();
      Sound heard = Wav.read(peer.heard().orElseThrow());
      assertThat(Tone.heard(heard, OURS)).isGreaterThan(Duration.ofMillis(800));
    }
  }

  @Test
  void baresipThatHasOnlyOpusCallsUs() throws Exception {
    Baresip.present();
    Overheard overheard = new Overheard();
    BlockingQueue<TelephoneCall> calls = taking(telephone, ALL, overheard);
    try (Baresip peer = Baresip.byOpus(Tone.of(THEIRS, Duration.ofSeconds(20)), LIMIT)) {
      peer.call(telephone.address(Transport.UDP).written());
      next(calls).accept();
      overheard.hears("up");
      overheard.listensFor(THEIRS, Duration.ofMillis(600));
      peer.hangUp();
      overheard.hears("ended THEY_LEFT");
    }
  }

  @Test
  void twoOfOursTalkByOpusAndStayWithItThroughHolding() throws Exception {
    try (Telephone other = another(20_500)) {
      Overheard there = new Overheard();
      BlockingQueue<TelephoneCall> calls = taking(other, List.of(Codec.OPUS), there);
      Overheard here = new Overheard();
      TelephoneCall call = call(other.address(Transport.UDP).written(), ALL, here);
      TelephoneCall called = next(calls);
      called.accept();
      here.hears("up");
      there.hears("up");
      call.hold(true);
      there.hears("held");
      call.hold(false);
      there.hears("resumed");
      call.play(Playback.of(Tone.of(OURS, Duration.ofSeconds(1))));
      called.play(Playback.of(Tone.of(THEIRS, Duration.ofSeconds(1))));
      here.listensFor(THEIRS, Duration.ofMillis(700));
      there.listensFor(OURS, Duration.ofMillis(700));
      call.press(Key.ONE, Duration.ofMillis(100));
      there.hears("key 1");
      call.hangUp();
      here.hears("ended WE_LEFT");
      there.hears("ended THEY_LEFT");
    }
  }
}
