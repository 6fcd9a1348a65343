package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.voice.audio.Sound;
import io.heyue.voice.audio.Wav;
import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.media.Playback;
import io.heyue.voice.media.Played;
import io.heyue.voice.media.StreamFigures;
import io.heyue.voice.peer.Baresip;
import io.heyue.voice.peer.Sipp;
import io.heyue.voice.peer.Tone;
import io.heyue.voice.rtp.Key;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipSettings;
import io.heyue.voice.sip.Transport;
import java.net.DatagramSocket;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole calls with audio: with SIPp, with baresip, and with ourselves. */
class TelephoneTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final double OURS = 600;
  private static final double THEIRS = 1_000;
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private Telephone telephone;

  @BeforeEach
  void open() {
    telephone = another(20_000);
  }

  private Telephone another(int firstPort) {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return Telephone.open(
        SipSettings.plain(loopback),
        MediaSettings.of(loopback, firstPort, firstPort + 199, InstantSource.system(), 7),
        notes::add);
  }

  @AfterEach
  void close() {
    telephone.close();
    assertThat(notes).isEmpty();
  }

  private TelephoneCall call(SipAddress peer, Secrecy secrecy, Overheard overheard)
      throws Exception {
    return telephone.call(
        peer,
        new Telephone.Manner(
            telephone.address(peer.transport()), Optional.empty(), secrecy, Phone.PATIENCE),
        overheard);
  }

  @ParameterizedTest
  @ValueSource(strings = {"answer", "answer_pcmu"})
  void whatWeSayComesBackFromAnEcho(String scenario) throws Exception {
    Sipp.present();
    try (Sipp peer = Sipp.called(scenario).echo().start()) {
      Overheard overheard = new Overheard();
      TelephoneCall call =
          call(SipAddress.parse("sip:echo@" + peer.address()), Secrecy.WHERE_OFFERED, overheard);
      call.play(Playback.of(Tone.of(OURS, Duration.ofSeconds(1))));
      overheard.hears("up");
      Played played = overheard.plays();
      assertThat(played.end()).isEqualTo(Played.End.FINISHED);
      assertThat(played.samples()).isEqualTo(8_000);
      overheard.listensFor(OURS, Duration.ofMillis(900));
      call.hangUp();
      overheard.hears("ended WE_LEFT");
      assertThat(peer.verdict().passed()).isTrue();
    }
  }

  @Test
  void whatComesBeforeTheAnswerIsHeard() throws Exception {
    Sipp.present();
    try (Sipp peer =
        Sipp.called("early_tone_refused").plays(Tone.of(450, Duration.ofSeconds(1))).start()) {
      Overheard overheard = new Overheard();
      TelephoneCall call =
          call(SipAddress.parse("sip:gone@" + peer.address()), Secrecy.WHERE_OFFERED, overheard);
      overheard.hears("early");
      overheard.listensFor(450, Duration.ofMillis(500));
      overheard.hears("ended REFUSED");
      call.hangUp();
    }
  }

  @Test
  void baresipAndWeHearEachOtherAndEachOthersKeys() throws Exception {
    Baresip.present();
    try (Baresip peer = Baresip.start(Tone.of(THEIRS, Duration.ofSeconds(20)), LIMIT)) {
      Overheard overheard = new Overheard();
      TelephoneCall call = call(SipAddress.parse(peer.uri()), Secrecy.WHERE_OFFERED, overheard);
      call.play(Playback.of(Tone.of(OURS, Duration.ofSeconds(2))));
      peer.awaitUp();
      overheard.hears("up");
      overheard.listensFor(THEIRS, Duration.ofSeconds(1));
      assertThat(overheard.plays().samples()).isEqualTo(16_000);
      peer.awaitHeard(Duration.ofSeconds(3));
      call.press(Key.FIVE, Duration.ofMillis(200));
      call.press(Key.HASH, Duration.ofMillis(200));
      assertThat(List.of(peer.awaitKey(), peer.awaitKey()).toString()).contains("5").contains("#");
      peer.keys("12*");
      overheard.hears("key 1", "key 2", "key *");
      call.hangUp();
      overheard.hears("ended WE_LEFT");
      peer.awaitOver();
      Sound heard = Wav.read(peer.heard().orElseThrow());
      assertThat(Tone.heard(heard, OURS)).isGreaterThan(Duration.ofMillis(1_800));
    }
  }

  @Test
  void baresipCallsUs() throws Exception {
    Baresip.present();
    Overheard overheard = new Overheard();
    BlockingQueue<TelephoneCall> calls = taking(telephone, Secrecy.WHERE_OFFERED, overheard);
    try (Baresip peer = Baresip.start(Tone.of(THEIRS, Duration.ofSeconds(20)), LIMIT)) {
      peer.call(telephone.address(Transport.UDP).written());
      TelephoneCall call = calls.poll(30, TimeUnit.SECONDS);
      assertThat(call).isNotNull();
      call.accept();
      overheard.hears("up");
      overheard.listensFor(THEIRS, Duration.ofSeconds(1));
      peer.hangUp();
      overheard.hears("ended THEY_LEFT");
    }
  }

  private static BlockingQueue<TelephoneCall> taking(
      Telephone by, Secrecy secrecy, PhoneListener listener) {
    BlockingQueue<TelephoneCall> calls = new LinkedBlockingQueue<>();
    by.open(
        secrecy,
        Phone.PATIENCE,
        _ ->
            Optional.of(
                new Telephone.Taking() {
                  @Override
                  public PhoneListener listener() {
                    return listener;
                  }

                  @Override
                  public void comes(TelephoneCall call) {
                    calls.add(call);
                  }
                }));
    return calls;
  }

  @ParameterizedTest
  @EnumSource(value = Secrecy.class, names = "ALWAYS", mode = EnumSource.Mode.EXCLUDE)
  void twoOfOursTalkPlainOrEncryptedAndWhoHoldsIsNotTalkedTo(Secrecy secrecy) throws Exception {
    try (Telephone other = another(20_200)) {
      Overheard there = new Overheard();
      BlockingQueue<TelephoneCall> calls = taking(other, secrecy, there);
      Overheard here = new Overheard();
      TelephoneCall call = call(other.address(Transport.UDP), secrecy, here);
      TelephoneCall called = calls.poll(30, TimeUnit.SECONDS);
      assertThat(called).isNotNull();
      called.accept();
      here.hears("up");
      there.hears("up");
      call.play(Playback.of(Tone.of(OURS, Duration.ofSeconds(1))));
      called.play(Playback.of(Tone.of(THEIRS, Duration.ofSeconds(1))));
      here.listensFor(THEIRS, Duration.ofMillis(900));
      there.listensFor(OURS, Duration.ofMillis(900));
      call.hold(true);
      there.hears("held");
      call.hold(false);
      there.hears("resumed");
      call.press(Key.ONE, Duration.ofMillis(100));
      there.hears("key 1");
      call.hangUp();
      here.hears("ended WE_LEFT");
      there.hears("ended THEY_LEFT");
      StreamFigures figures = here.figures.poll(30, TimeUnit.SECONDS);
      assertThat(figures).isNotNull();
      assertThat(figures.lost()).isZero();
    }
  }

  /** Also those who confirm nothing any more. */
  @Test
  void whoTalksWithUsIsHungUpOnAndWhoeverListensLearnsIt() throws Exception {
    try (Telephone other = another(20_200)) {
      Overheard there = new Overheard();
      BlockingQueue<TelephoneCall> calls = taking(other, Secrecy.WHERE_OFFERED, there);
      Overheard here = new Overheard();
      var _ = call(other.address(Transport.UDP), Secrecy.WHERE_OFFERED, here);
      accepted(calls);
      here.hears("up");
      there.hears("up");
      Overheard gone = new Overheard();
      SipAddress address;
      try (Telephone dead = another(20_400)) {
        address = dead.address(Transport.UDP);
        BlockingQueue<TelephoneCall> last = taking(dead, Secrecy.WHERE_OFFERED, new Overheard());
        var _ = call(address, Secrecy.WHERE_OFFERED, gone);
        accepted(last);
        gone.hears("up");
      }
      try (DatagramSocket deaf =
          new DatagramSocket(address.reachedAt(), InetAddress.getLoopbackAddress())) {
        assertThat(deaf.isBound()).isTrue();
        telephone.hangUp();
      }
      assertThat(here.toldAtOnce()).isEqualTo("ended WE_LEFT");
      assertThat(gone.toldAtOnce()).isEqualTo("ended WE_LEFT");
      there.hears("ended THEY_LEFT");
      // And takes no more.
      Overheard late = new Overheard();
      var _ =
          other.call(
              telephone.address(Transport.UDP),
              new Telephone.Manner(
                  other.address(Transport.UDP),
                  Optional.empty(),
                  Secrecy.WHERE_OFFERED,
                  Phone.PATIENCE),
              late);
      late.hears("ended TRUNK");
    }
  }

  private static void accepted(BlockingQueue<TelephoneCall> calls) throws InterruptedException {
    TelephoneCall called = calls.poll(30, TimeUnit.SECONDS);
    assertThat(called).isNotNull();
    called.accept();
  }

  @Test
  void keysOfEncryptedAudioDontGoByUdpUnlessThatIsSaid() throws Exception {
    try (Telephone other = another(20_200)) {
      Overheard here = new Overheard();
      assertThatThrownBy(() -> call(other.address(Transport.UDP), Secrecy.ALWAYS, here))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("UDP")
          .hasMessageContaining("TLS");
      BlockingQueue<TelephoneCall> calls = taking(other, Secrecy.WHERE_OFFERED, new Overheard());
      var _ = call(other.address(Transport.UDP), Secrecy.ALWAYS_KEYS_IN_CLEAR, here);
      TelephoneCall called = calls.poll(30, TimeUnit.SECONDS);
      assertThat(called).isNotNull();
      called.accept();
      here.hears("ended REFUSED");
      BlockingQueue<TelephoneCall> strict = taking(other, Secrecy.ALWAYS, new Overheard());
      var _ = call(other.address(Transport.UDP), Secrecy.ALWAYS_KEYS_IN_CLEAR, here);
      here.hears("ended REFUSED");
      assertThat(strict).isEmpty();
    }
  }

  @Test
  void whoFallsSilentSaysNothingMoreAndKnowsWhatWasHeard() throws Exception {
    Sipp.present();
    try (Sipp peer = Sipp.called("answer").echo().start()) {
      Overheard overheard = new Overheard();
      TelephoneCall call =
          call(SipAddress.parse("sip:echo@" + peer.address()), Secrecy.WHERE_OFFERED, overheard);
      call.play(Playback.of(Tone.of(OURS, Duration.ofSeconds(10))));
      overheard.hears("up");
      Sound before = overheard.listens(50);
      call.flush();
      Played played = overheard.plays();
      Sound after = overheard.listens(50);
      assertThat(played.end()).isEqualTo(Played.End.FLUSHED);
      Duration heard = Tone.heard(before, OURS).plus(Tone.heard(after, OURS));
      Duration said = Duration.ofMillis(played.samples() / 8);
      // At either end a frame may hold half a tone.
      assertThat(heard.minus(said).abs()).isLessThanOrEqualTo(Duration.ofMillis(60));
      call.hangUp();
      overheard.hears("ended WE_LEFT");
    }
  }
}
