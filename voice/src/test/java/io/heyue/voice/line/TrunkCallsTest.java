package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.media.MediaSettings;
import io.heyue.voice.peer.Sipp;
import io.heyue.voice.peer.Verdict;
import io.heyue.voice.sip.Codec;
import io.heyue.voice.sip.Credentials;
import io.heyue.voice.sip.Reply;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import io.heyue.voice.sip.SipSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls through trunks that SIPp plays, and questions to them. */
class TrunkCallsTest {
  private static final Patience PATIENCE =
      new Patience(
          Duration.ofMillis(700),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofMinutes(1));

  private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();
  private Telephone telephone;

  @BeforeEach
  void open() {
    Sipp.present();
    InetAddress loopback = InetAddress.getLoopbackAddress();
    telephone =
        Telephone.open(
            SipSettings.plain(loopback),
            MediaSettings.anyPorts(loopback, InstantSource.system(), 7),
            notes::add);
  }

  @AfterEach
  void close() {
    if (telephone != null) {
      telephone.close();
      assertThat(notes).isEmpty();
    }
  }

  private static Trunk trunk(String name, Sipp peer) {
    return new Trunk(
        name,
        SipAddress.parse("sip:" + peer.address()),
        Optional.empty(),
        Set.of(MadeUpCarriers.OURS),
        Trunk.Writing.BARE,
        10,
        10,
        Secrecy.WHERE_OFFERED,
        false);
  }

  /** Calls really; a scenario of SIPp hears no questions beside its call. */
  private record Unasked(Dialling all) implements Dialling {
    @Override
    public PhoneCall dial(SipAddress peer, Telephone.Manner manner, PhoneListener listener)
        throws IOException {
      return all.dial(peer, manner, listener);
    }

    @Override
    public CompletableFuture<Reply> ask(SipAddress peer) {
      return CompletableFuture.completedFuture(
          new Reply(200, List.of(), Optional.empty(), Optional.empty()));
    }

    @Override
    public void hangUp(SipAddress peer) {
      all.hangUp(peer);
    }

    @Override
    public CompletableFuture<Boolean> hears() {
      return all.hears();
    }

    @Override
    public Telling telling(SipAddress registrar, SipAddress own, Credentials credentials) {
      return all.telling(registrar, own, credentials);
    }
  }

  private Exchange exchange(Sipp first, Sipp second) {
    return new Exchange(
        new ExchangeWorks(
            new Trunks(List.of(trunk("first", first), trunk("second", second))),
            new Unasked(telephone.dialling()),
            Timers.real(),
            InstantSource.system(),
            telephone.threads(),
            notes::add),
        new Exchange.Settings(PATIENCE, Duration.ofMinutes(5), Duration.ofSeconds(5)),
        System::nanoTime);
  }

  private static ExchangeCall call(Exchange exchange, PhoneListener listener) {
    return ((Placing.Dialled) exchange.call(MadeUpCarriers.THEIRS, MadeUpCarriers.OURS, listener))
        .call();
  }

  private static void passed(Sipp peer) throws InterruptedException {
    Verdict verdict = peer.verdict();
    assertThat(verdict.passed()).as(verdict.toString()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"unavailable", "silent"})
  void whereOneTrunkFailsTheNextIsTalkedThrough(String scenario) throws Exception {
    try (Sipp first = Sipp.called(scenario).pause(Duration.ofSeconds(3)).start();
        Sipp second = Sipp.called("answer").start();
        Exchange exchange = exchange(first, second)) {
      Overheard overheard = new Overheard();
      ExchangeCall call = call(exchange, overheard);
      overheard.hears("up");
      assertThat(call.tried()).containsExactly("first", "second");
      assertThat(exchange.standing()).isEqualTo(1);
      call.hangUp();
      overheard.hears("ended WE_LEFT");
      passed(first);
      passed(second);
      assertThat(exchange.standing()).isZero();
      assertThat(exchange.figures()).allMatch(TrunkFigures::well);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"busy", "not_found", "decline", "early_refused"})
  void whatIsSaidOfThePersonIsBelieved(String scenario) throws Exception {
    try (Sipp first = Sipp.called(scenario).pause(Duration.ofMillis(200)).start();
        Sipp second = Sipp.called("answer").start();
        Exchange exchange = exchange(first, second)) {
      Overheard overheard = new Overheard();
      ExchangeCall call = call(exchange, overheard);
      if (scenario.equals("early_refused")) {
        overheard.hears("early");
      }
      overheard.hears("ended REFUSED");
      passed(first);
      assertThat(call.tried()).containsExactly("first");
      assertThat(exchange.standing()).isZero();
    }
  }

  @Test
  void whosePhoneRingsIsCalledByNoOtherTrunkThoughThatCantBeAcknowledged() throws Exception {
    try (Sipp first = Sipp.called("prack_unnumbered").start();
        Sipp second = Sipp.called("answer").start();
        Exchange exchange = exchange(first, second)) {
      Overheard overheard = new Overheard();
      ExchangeCall call = call(exchange, overheard);
      overheard.hears("ended TRUNK");
      passed(first);
      assertThat(call.tried()).containsExactly("first");
      assertThat(exchange.standing()).isZero();
    }
  }

  private Exchange asking(Sipp peer, Duration silence) {
    return Exchange.open(
        List.of(trunk("only", peer)),
        telephone,
        new Exchange.Settings(PATIENCE, Duration.ofMillis(100), silence),
        InstantSource.system(),
        notes::add);
  }

  @Test
  void aTrunkThatIsLostGetsNoCallAnyMore() throws Exception {
    try (Sipp peer = Sipp.called("options").calls(3).start();
        Exchange exchange = asking(peer, Duration.ofSeconds(2))) {
      passed(peer);
      TrunkFigures figures = exchange.figures().getFirst();
      assertThat(figures.well()).isTrue();
      assertThat(figures.lastStatus()).contains(200);
      assertThat(notes.poll(30, TimeUnit.SECONDS)).isEqualTo("Trunk only says nothing.");
      assertThat(exchange.call(MadeUpCarriers.THEIRS, MadeUpCarriers.OURS, new Overheard()))
          .isEqualTo(new Placing.NotDialled(Placing.Reason.ALL_ILL));
    }
  }

  @Test
  void aTrunkThatHearsAndSaysNothingIsIll() throws Exception {
    try (Sipp peer = Sipp.called("options_silent").pause(Duration.ofSeconds(2)).start();
        Exchange exchange = asking(peer, Duration.ofSeconds(1))) {
      assertThat(notes.poll(30, TimeUnit.SECONDS)).isEqualTo("Trunk only says nothing.");
      assertThat(exchange.figures().getFirst().lastStatus()).contains(408);
    }
  }

  @Test
  void aTrunkIsToldWhereWeAreAndItIsTakenBack() throws Exception {
    try (Sipp peer = Sipp.called("register_sha256").start()) {
      Trunk plain = trunk("only", peer);
      Trunk wants =
          new Trunk(
              plain.name(),
              plain.address(),
              Optional.of(new Credentials("caller", "secret")),
              plain.numbers(),
              plain.writing(),
              plain.channels(),
              plain.rate(),
              plain.secrecy(),
              plain.transfers(),
              Optional.of(plain.address().with("caller")),
              Codec.USUAL);
      try (Exchange exchange =
          new Exchange(
              new ExchangeWorks(
                  new Trunks(List.of(wants)),
                  new Unasked(telephone.dialling()),
                  Timers.real(),
                  InstantSource.system(),
                  telephone.threads(),
                  notes::add),
              Exchange.Settings.USUAL,
              System::nanoTime)) {
        assertThat(notes.poll(30, TimeUnit.SECONDS))
            .isEqualTo("Trunk only knows where we are reached.");
        assertThat(exchange.figures().getFirst().registered()).isTrue();
      }
      passed(peer);
      assertThat(peer.verdict().proofs())
          .hasSize(2)
          .allMatch(proof -> proof.holds("caller", "secret"));
    }
  }
}
