package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.audio.Wav;
import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.media.Playback;
import io.heyue.voice.peer.Baresip;
import io.heyue.voice.peer.Kamailio;
import io.heyue.voice.peer.Rtpengine;
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
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * baresip and a telephone of ours behind the edge of a carrier: Kamailio passes signalling on, and
 * rtpengine, at another address, audio. What it encrypts and codes anew proves what we do.
 */
class RtpengineTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final double OURS = 600;
  private static final double THEIRS = 1_000;
  private static final String PLAIN = "replace-origin RTP/AVP direction=first direction=first";

  /** Within a call it has both sides at its other address. */
  private static final String MOVED = "replace-origin direction=second direction=second";

  private final List<String> notes = new CopyOnWriteArrayList<>();
  private Telephone telephone;

  @BeforeEach
  void open() {
    Kamailio.present();
    Rtpengine.present();
    Baresip.present();
    InetAddress loopback = InetAddress.getLoopbackAddress();
    telephone =
        Telephone.open(
            SipSettings.plain(loopback),
            MediaSettings.of(loopback, 20_600, 20_699, InstantSource.system(), 7),
            notes::add);
  }

  @AfterEach
  void close() {
    if (telephone != null) {
      telephone.close();
      assertThat(notes).isEmpty();
    }
  }

  private TelephoneCall call(Kamailio edge, Secrecy secrecy, boolean opus, Overheard overheard)
      throws Exception {
    return telephone.call(
        SipAddress.parse("sip:peer@" + edge.address()),
        new Telephone.Manner(
            telephone.address(Transport.UDP),
            Optional.empty(),
            secrecy,
            Phone.PATIENCE,
            opus ? List.of(Codec.OPUS) : Codec.USUAL),
        overheard);
  }

  /**
   * Then they offer again, and rtpengine names its other address for both sides. It would still
   * take audio at the first; that we send to the second is LatchTest's to show.
   */
  @ParameterizedTest
  @CsvSource({"WHERE_OFFERED, false", "ALWAYS_KEYS_IN_CLEAR, true"})
  void tonesAndKeysGoBothWaysThroughItAndWhereItMovesWeFollow(Secrecy secrecy, boolean opus)
      throws Exception {
    String first = PLAIN + (opus ? " codec-mask-opus codec-transcode-PCMA" : "");
    String later =
        MOVED
            + (secrecy.always() ? " RTP/SAVP" : " RTP/AVP")
            + (opus ? " codec-mask-PCMA codec-transcode-opus" : "");
    try (Rtpengine audio = Rtpengine.start();
        Baresip peer = Baresip.start(Tone.of(THEIRS, Duration.ofSeconds(20)), LIMIT);
        Kamailio edge = Kamailio.edge(peer.address(), audio, first, later)) {
      Overheard overheard = new Overheard();
      TelephoneCall call = call(edge, secrecy, opus, overheard);
      call.play(Playback.of(Tone.of(OURS, Duration.ofMillis(600))));
      overheard.hears("up");
      overheard.listensFor(THEIRS, Duration.ofMillis(600));
      assertThat(overheard.plays().samples()).isEqualTo(4_800);
      call.press(Key.FIVE, Duration.ofMillis(200));
      assertThat(peer.awaitKey()).as(audio.screen()).isEqualTo("5");
      peer.keys("1*");
      overheard.hears("key 1", "key *");
      String wire = edge.screen();
      assertThat(wire)
          .contains("c=IN IP4 " + Rtpengine.FIRST, "RTP/AVP 8 ")
          .doesNotContain("c=IN IP4 " + Rtpengine.SECOND);
      assertThat(wire.contains("RTP/SAVP")).isEqualTo(secrecy.always());
      assertThat(wire.contains("opus/48000/2")).isEqualTo(opus);
      peer.hold(true);
      overheard.hears("held");
      peer.hold(false);
      overheard.hears("resumed");
      assertThat(edge.screen()).contains("c=IN IP4 " + Rtpengine.SECOND);
      // What was on its way from the first address is over by now.
      var _ = overheard.listens(15);
      overheard.listensFor(THEIRS, Duration.ofMillis(300));
      // baresip writes down nothing more of what it hears, but tells of keys.
      call.press(Key.NINE, Duration.ofMillis(100));
      assertThat(peer.awaitKey()).as(audio.screen()).isEqualTo("9");
      call.hangUp();
      overheard.hears("ended WE_LEFT");
      peer.awaitOver();
      assertThat(Tone.heard(Wav.read(peer.heard().orElseThrow()), OURS))
          .isGreaterThan(Duration.ofMillis(450));
    }
  }

  /** They call us by A-law, and rtpengine makes Opus of it. */
  @Test
  void aCallThatComesInIsCodedAnew() throws Exception {
    Overheard overheard = new Overheard();
    BlockingQueue<TelephoneCall> calls = new LinkedBlockingQueue<>();
    telephone.admit(
        Phone.PATIENCE,
        _ ->
            new Admission.Admitted(
                new Telephone.Taking() {
                  @Override
                  public PhoneListener listener() {
                    return overheard;
                  }

                  @Override
                  public void comes(TelephoneCall call) {
                    calls.add(call);
                  }
                },
                Secrecy.WHERE_OFFERED,
                List.of(Codec.OPUS)));
    String target = telephone.address(Transport.UDP).written().replaceFirst("^.*@", "");
    try (Rtpengine audio = Rtpengine.start();
        Baresip peer = Baresip.start(Tone.of(THEIRS, Duration.ofSeconds(20)), LIMIT);
        Kamailio edge =
            Kamailio.edge(target, audio, PLAIN + " codec-mask-PCMA codec-transcode-opus", MOVED)) {
      peer.call("sip:us@" + edge.address());
      TelephoneCall call = calls.poll(30, TimeUnit.SECONDS);
      assertThat(call).as(edge.screen()).isNotNull();
      Objects.requireNonNull(call).accept();
      overheard.hears("up");
      call.play(Playback.of(Tone.of(OURS, Duration.ofSeconds(1))));
      overheard.listensFor(THEIRS, Duration.ofMillis(600));
      assertThat(overheard.plays().samples()).isEqualTo(8_000);
      peer.keys("7");
      overheard.hears("key 7");
      peer.hangUp();
      overheard.hears("ended THEY_LEFT");
      peer.awaitOver();
      assertThat(Tone.heard(Wav.read(peer.heard().orElseThrow()), OURS))
          .isGreaterThan(Duration.ofMillis(800));
    }
  }
}
