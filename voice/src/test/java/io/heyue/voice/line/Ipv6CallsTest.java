package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.media.Playback;
import io.heyue.voice.peer.Sipp;
import io.heyue.voice.peer.Tone;
import io.heyue.voice.rtp.Key;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipSettings;
import io.heyue.voice.sip.Transport;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole calls by IPv6: signalling and audio at [::1]. */
class Ipv6CallsTest {
  private static final double OURS = 600;
  private static final double THEIRS = 1_000;
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Patience PATIENCE =
      new Patience(LONG, LONG, LONG, LONG, Duration.ofMinutes(5));
  private static final InetAddress HERE = InetAddress.ofLiteral("::1");
  private final List<String> notes = new CopyOnWriteArrayList<>();
  private Telephone telephone;

  @BeforeEach
  void open() {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(HERE, 0))) {
      Assumptions.assumeTrue(socket.isBound());
    } catch (IOException e) {
      Assumptions.abort("This machine has no [::1].");
    }
    telephone = another(20_700);
  }

  private Telephone another(int firstPort) {
    return Telephone.open(
        SipSettings.plain(HERE),
        MediaSettings.of(HERE, firstPort, firstPort + 49, InstantSource.system(), 7),
        notes::add);
  }

  @AfterEach
  void close() {
    if (telephone != null) {
      telephone.close();
      assertThat(notes).isEmpty();
    }
  }

  private TelephoneCall call(SipAddress peer, Overheard overheard) throws Exception {
    return telephone.call(
        peer,
        new Telephone.Manner(
            telephone.address(peer.transport()), Optional.empty(), Secrecy.WHERE_OFFERED, PATIENCE),
        overheard);
  }

  @ParameterizedTest
  @EnumSource(value = Transport.class, names = "TLS", mode = EnumSource.Mode.EXCLUDE)
  void twoOfOursTalk(Transport way) throws Exception {
    try (Telephone other = another(20_750)) {
      Overheard there = new Overheard();
      BlockingQueue<TelephoneCall> calls = new LinkedBlockingQueue<>();
      BlockingQueue<String> origins = new LinkedBlockingQueue<>();
      other.open(
          Secrecy.WHERE_OFFERED,
          PATIENCE,
          knock -> {
            origins.add(knock.origin().address().map(InetAddress::getHostAddress).orElse("?"));
            return Optional.of(
                new Telephone.Taking() {
                  @Override
                  public PhoneListener listener() {
                    return there;
                  }

                  @Override
                  public void comes(TelephoneCall call) {
                    calls.add(call);
                  }
                });
          });
      Overheard here = new Overheard();
      SipAddress peer = SipAddress.parse(other.address(way).written());
      assertThat(peer.host()).startsWith("[").endsWith("]");
      TelephoneCall call = call(peer, here);
      TelephoneCall called = calls.poll(30, TimeUnit.SECONDS);
      assertThat(called).isNotNull();
      Objects.requireNonNull(called).accept();
      here.hears("up");
      there.hears("up");
      call.play(Playback.of(Tone.of(OURS, Duration.ofMillis(500))));
      called.play(Playback.of(Tone.of(THEIRS, Duration.ofMillis(500))));
      here.listensFor(THEIRS, Duration.ofMillis(400));
      there.listensFor(OURS, Duration.ofMillis(400));
      called.hold(true);
      here.hears("held");
      called.hold(false);
      here.hears("resumed");
      call.press(Key.ONE, Duration.ofMillis(100));
      there.hears("key 1");
      called.hangUp();
      here.hears("ended THEY_LEFT");
      there.hears("ended WE_LEFT");
      assertThat(origins).containsExactly(HERE.getHostAddress());
    }
  }

  @Test
  void sippSendsBackWhatWeSay() throws Exception {
    Sipp.present();
    try (Sipp peer = Sipp.called("answer").byIpv6().echo().start()) {
      Overheard overheard = new Overheard();
      TelephoneCall call = call(SipAddress.parse("sip:echo@" + peer.address()), overheard);
      call.play(Playback.of(Tone.of(OURS, Duration.ofMillis(500))));
      overheard.hears("up");
      assertThat(overheard.plays().samples()).isEqualTo(4_000);
      overheard.listensFor(OURS, Duration.ofMillis(400));
      call.hangUp();
      overheard.hears("ended WE_LEFT");
      assertThat(peer.verdict().passed()).isTrue();
    }
  }
}
