package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.media.Playback;
import io.heyue.voice.peer.Kamailio;
import io.heyue.voice.peer.Tone;
import io.heyue.voice.sip.Codec;
import io.heyue.voice.sip.Credentials;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipSettings;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two telephones of ours with a carrier between them that wants proofs and stays in the way. */
class KamailioTest {
  private static final PhoneNumber CALLED = new PhoneNumber("+8613800000000");
  private static final double OURS = 600;
  private static final double THEIRS = 1_000;

  private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();
  private Telephone here;
  private Telephone there;

  @BeforeEach
  void open() {
    Kamailio.present();
    here = telephone();
    there = telephone();
  }

  private Telephone telephone() {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return Telephone.open(
        SipSettings.plain(loopback),
        MediaSettings.anyPorts(loopback, InstantSource.system(), 7),
        notes::add);
  }

  @AfterEach
  void close() {
    if (here != null) {
      here.close();
      there.close();
    }
  }

  private Exchange exchange(
      Telephone telephone, Kamailio carrier, String way, String password, String registers) {
    SipAddress address = SipAddress.parse("sip:" + carrier.address() + ";transport=" + way);
    Trunk trunk =
        new Trunk(
            "carrier",
            address,
            Optional.of(new Credentials(Kamailio.USER, password)),
            Set.of(MadeUpCarriers.OURS),
            Trunk.Writing.PLUS,
            5,
            5,
            Secrecy.WHERE_OFFERED,
            false,
            registers.isEmpty() ? Optional.empty() : Optional.of(address.with(registers)),
            Codec.USUAL);
    return Exchange.open(
        List.of(trunk), telephone, Exchange.Settings.USUAL, InstantSource.system(), notes::add);
  }

  private void noted(String line) throws InterruptedException {
    assertThat(notes.poll(30, TimeUnit.SECONDS)).isEqualTo(line);
  }

  private BlockingQueue<TelephoneCall> taking(PhoneListener listener) {
    BlockingQueue<TelephoneCall> calls = new LinkedBlockingQueue<>();
    there.open(
        Secrecy.WHERE_OFFERED,
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
  @CsvSource({"udp, MD5, true", "udp, SHA-256, false", "tcp, MD5, false"})
  void whoIsRegisteredIsTalkedWithThroughIt(String way, String algorithm, boolean weLeave)
      throws Exception {
    try (Kamailio carrier = Kamailio.start(algorithm, 0);
        Exchange theirs = exchange(there, carrier, "udp", Kamailio.PASSWORD, CALLED.reveal());
        Exchange ours = exchange(here, carrier, way, Kamailio.PASSWORD, "")) {
      noted("Trunk carrier knows where we are reached.");
      assertThat(theirs.figures().getFirst().well()).isTrue();
      Overheard listens = new Overheard();
      BlockingQueue<TelephoneCall> calls = taking(listens);
      Overheard overheard = new Overheard();
      ExchangeCall call =
          ((Placing.Dialled) ours.call(CALLED, MadeUpCarriers.OURS, overheard)).call();
      TelephoneCall called = calls.poll(30, TimeUnit.SECONDS);
      assertThat(called).as(carrier.screen()).isNotNull();
      called.accept();
      overheard.hears("up");
      listens.hears("up");
      call.play(Playback.of(Tone.of(OURS, Duration.ofSeconds(1))));
      called.play(Playback.of(Tone.of(THEIRS, Duration.ofSeconds(1))));
      overheard.listensFor(THEIRS, Duration.ofMillis(900));
      listens.listensFor(OURS, Duration.ofMillis(900));
      call.hold(true);
      listens.hears("held");
      call.hold(false);
      listens.hears("resumed");
      if (weLeave) {
        call.hangUp();
      } else {
        called.hangUp();
      }
      overheard.hears(weLeave ? "ended WE_LEFT" : "ended THEY_LEFT");
      listens.hears(weLeave ? "ended THEY_LEFT" : "ended WE_LEFT");
      assertThat(carrier.within("BYE")).as(carrier.screen()).isEqualTo(1);
      assertThat(carrier.within("INVITE")).isEqualTo(2);
      assertThat(carrier.came("REGISTER")).isEqualTo(2);
      assertThat(ours.standing()).isZero();
    }
    assertThat(notes).isEmpty();
  }

  @Test
  void aWrongPasswordIsTriedOnceAndKeepsTheTrunkOut() throws Exception {
    try (Kamailio carrier = Kamailio.start("SHA-256", 0);
        Exchange exchange = exchange(there, carrier, "udp", "wrong", CALLED.reveal());
        Exchange plain = exchange(here, carrier, "udp", "wrong", "")) {
      Overheard overheard = new Overheard();
      assertThat(plain.call(CALLED, MadeUpCarriers.OURS, overheard))
          .isInstanceOf(Placing.Dialled.class);
      overheard.hears("ended REFUSED");
      assertThat(carrier.came("INVITE")).isEqualTo(2);
      assertThat(exchange.call(CALLED, MadeUpCarriers.OURS, overheard))
          .isEqualTo(new Placing.NotDialled(Placing.Reason.ALL_ILL));
      assertThat(carrier.came("REGISTER")).isEqualTo(2);
    }
  }

  @Test
  void whoIsUnknownThereIsNotFoundAndWhoMustBeToldForLongerIs() throws Exception {
    try (Kamailio carrier = Kamailio.start("MD5", 900);
        Exchange theirs = exchange(there, carrier, "udp", Kamailio.PASSWORD, CALLED.reveal());
        Exchange ours = exchange(here, carrier, "udp", Kamailio.PASSWORD, "")) {
      noted("Trunk carrier knows where we are reached.");
      assertThat(theirs.figures().getFirst().registered()).isTrue();
      Overheard overheard = new Overheard();
      assertThat(ours.call(new PhoneNumber("+8613800000001"), MadeUpCarriers.OURS, overheard))
          .isInstanceOf(Placing.Dialled.class);
      overheard.hears("ended REFUSED");
      assertThat(ours.figures()).singleElement().matches(TrunkFigures::well);
    }
  }
}
