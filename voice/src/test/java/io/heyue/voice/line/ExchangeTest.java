package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.media.Playback;
import io.heyue.voice.sip.Registration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which trunk a call takes, and what becomes of it and of the trunks, by carriers made up. */
class ExchangeTest {
  private static final PhoneNumber OURS = MadeUpCarriers.OURS;
  private static final PhoneNumber THEIRS = MadeUpCarriers.THEIRS;
  private static final List<Ending.How> HOWS = List.of(Ending.How.values());
  private static final Ending FAULT = new Ending(Ending.How.TRUNK, 503, List.of(), "");
  private static final Ending SILENCE = Ending.of(Ending.How.TRUNK);

  private final MadeUpCarriers carriers = new MadeUpCarriers();
  private final List<String> heard = new ArrayList<>();

  private final PhoneListener listener =
      new PhoneListener() {
        @Override
        public void ringing() {
          heard.add("ringing");
        }

        @Override
        public void earlyAudio() {
          heard.add("early");
        }

        @Override
        public void up() {
          heard.add("up");
        }

        @Override
        public void silent() {
          heard.add("silent");
        }

        @Override
        public void ended(Ending ending, boolean elsewhere) {
          heard.add("ended " + ending.how() + (elsewhere ? " elsewhere" : ""));
        }
      };

  private static Trunk trunk(String name) {
    return MadeUpCarriers.trunk(name, 10, 10, false);
  }

  private ExchangeCall dialled(Exchange exchange) {
    return ((Placing.Dialled) exchange.call(THEIRS, OURS, listener)).call();
  }

  private Placing.Reason refused(Exchange exchange, PhoneNumber from) {
    return ((Placing.NotDialled) exchange.call(THEIRS, from, listener)).reason();
  }

  private MadeUpCarriers.Dialled last() {
    return carriers.dialled.getLast();
  }

  private void ends(Ending ending, boolean elsewhere) {
    last().listener.ended(ending, elsewhere);
  }

  @Test
  void whatATrunkFailsAtIsTriedByTheNextAndHeardAsOneCall() {
    Exchange exchange = carriers.exchange(trunk("a"), trunk("b"), trunk("c"));
    ExchangeCall call = dialled(exchange);
    assertThat(last().peer.host()).isEqualTo("a.example");
    assertThat(last().peer.user()).isEqualTo("+8613800000000");
    ends(FAULT, true);
    assertThat(last().peer.host()).isEqualTo("b.example");
    ends(SILENCE, true);
    assertThat(last().peer.host()).isEqualTo("c.example");
    assertThat(heard).isEmpty();
    last().listener.ringing();
    last().listener.up();
    ends(Ending.of(Ending.How.THEY_LEFT), false);
    assertThat(heard).containsExactly("ringing", "up", "ended THEY_LEFT");
    assertThat(call.tried()).containsExactly("a", "b", "c");
    assertThat(exchange.standing()).isZero();
  }

  @Test
  void whereEveryTrunkFailsItEndsOnceAndIsToldSo() {
    Exchange exchange = carriers.exchange(trunk("a"), trunk("b"));
    dialled(exchange);
    ends(FAULT, true);
    ends(FAULT, true);
    assertThat(heard).containsExactly("ended TRUNK elsewhere");
    assertThat(carriers.dialled).hasSize(2);
    assertThat(exchange.standing()).isZero();
  }

  /** Every way in which a try may end, with what was heard before. */
  @ParameterizedTest
  @EnumSource(Ending.How.class)
  void onlyWhatATrunkFailsAtBeforeAnySignIsTriedElsewhere(Ending.How how) {
    for (String sign : List.of("", "ringing", "early", "up")) {
      for (boolean elsewhere : new boolean[] {false, true}) {
        for (boolean unwanted : new boolean[] {false, true}) {
          MadeUpCarriers own = new MadeUpCarriers();
          heard.clear();
          Exchange exchange = own.exchange(trunk("a"), trunk("b"));
          ExchangeCall call = ((Placing.Dialled) exchange.call(THEIRS, OURS, listener)).call();
          PhoneListener first = own.dialled.getFirst().listener;
          switch (sign) {
            case "ringing" -> first.ringing();
            case "early" -> first.earlyAudio();
            case "up" -> first.up();
            default -> assertThat(heard).isEmpty();
          }
          if (unwanted) {
            call.hangUp();
          }
          first.ended(Ending.of(how), elsewhere);
          boolean passed = how == Ending.How.TRUNK && elsewhere && sign.isEmpty() && !unwanted;
          assertThat(own.dialled)
              .as("%s after '%s', elsewhere %s, unwanted %s", how, sign, elsewhere, unwanted)
              .hasSize(passed ? 2 : 1);
          assertThat(exchange.standing()).isEqualTo(passed ? 1 : 0);
          assertThat(heard.stream().filter(told -> told.startsWith("ended")))
              .hasSize(passed ? 0 : 1);
        }
      }
    }
  }

  /** Calls to which anything happens, on trunks that are seldom free. */
  @Test
  void nobodyWhosePhoneRangIsCalledTwiceAndEveryChannelComesBack() {
    Random random = new Random(17);
    int passed = 0;
    for (int times = 0; times < 5_000; times++) {
      MadeUpCarriers own = new MadeUpCarriers();
      Exchange exchange =
          own.exchange(
              MadeUpCarriers.trunk("a", 1 + random.nextInt(2), 2, false),
              MadeUpCarriers.trunk("b", 1 + random.nextInt(2), 2, false),
              MadeUpCarriers.trunk("c", 1, 1, false));
      for (int calls = 0; calls < 4; calls++) {
        own.time.pass(Duration.ofMillis(random.nextInt(600)));
        own.hears = random.nextInt(8) > 0;
        own.ports = random.nextInt(8) > 0;
        heard.clear();
        int before = own.dialled.size();
        Placing placing = exchange.call(THEIRS, OURS, listener);
        boolean rang = false;
        int at = before;
        for (; at < own.dialled.size(); at++) {
          assertThat(rang).isFalse();
          PhoneListener one = own.dialled.get(at).listener;
          if (random.nextInt(3) == 0) {
            rang = true;
            one.ringing();
          }
          own.ports = random.nextInt(8) > 0;
          Ending.How how = HOWS.get(random.nextInt(HOWS.size()));
          one.ended(random.nextBoolean() ? FAULT : Ending.of(how), !rang && random.nextInt(4) > 0);
        }
        passed += Math.max(0, at - before - 1);
        assertThat(exchange.standing()).isZero();
        assertThat(heard.stream().filter(told -> told.startsWith("ended")))
            .hasSize(placing instanceof Placing.Dialled ? 1 : 0);
      }
    }
    assertThat(passed).isGreaterThan(1_000);
  }

  @Test
  void whoHearsNothingThemselvesCallNobodyASecondTime() {
    Exchange exchange = carriers.exchange(trunk("a"), trunk("b"));
    carriers.hears = false;
    for (int times = 0; times < 5; times++) {
      dialled(exchange);
      ends(SILENCE, true);
    }
    assertThat(carriers.dialled).hasSize(5);
    assertThat(heard).hasSize(5).allMatch("ended TRUNK"::equals);
    assertThat(exchange.figures()).allMatch(TrunkFigures::well);
  }

  @Test
  void whatWasToBePlayedIsPlayedByTheTrunkThatTakesIt() {
    ExchangeCall call = dialled(carriers.exchange(trunk("a"), trunk("b")));
    Playback word = Playback.of(new Sound(8_000, new short[160]));
    call.play(word);
    call.flush();
    call.play(word);
    ends(FAULT, true);
    assertThat(last().asked).containsExactly("play", "flush", "play");
    last().listener.up();
    call.play(word);
    call.hangUp();
    assertThat(last().asked).containsExactly("play", "flush", "play", "play", "hang up");
    assertThat(carriers.dialled.getFirst().asked).containsExactly("play", "flush", "play");
  }

  @Test
  void whatIsToldOfATryThatFailedIsNotHeard() {
    dialled(carriers.exchange(trunk("a"), trunk("b")));
    PhoneListener first = last().listener;
    first.silent();
    first.ended(FAULT, true);
    first.silent();
    last().listener.silent();
    assertThat(heard).isEmpty();
    last().listener.ringing();
    assertThat(heard).containsExactly("silent", "ringing");
  }

  @Test
  void whyNobodyIsCalledIsSaid() {
    Exchange exchange =
        carriers.exchange(
            MadeUpCarriers.trunk("a", 1, 9, false), MadeUpCarriers.trunk("b", 9, 1, false));
    assertThat(refused(exchange, new PhoneNumber("+861010000009")))
        .isEqualTo(Placing.Reason.NOT_ALLOWED);
    carriers.ports = false;
    assertThat(refused(exchange, OURS)).isEqualTo(Placing.Reason.NO_PORTS);
    carriers.ports = true;
    dialled(exchange);
    dialled(exchange);
    assertThat(refused(exchange, OURS)).isEqualTo(Placing.Reason.RATE_REACHED);
    carriers.answers = 0;
    carriers.time.pass(Duration.ofSeconds(62));
    assertThat(refused(exchange, OURS)).isEqualTo(Placing.Reason.ALL_ILL);
    carriers.answers = 200;
    carriers.time.pass(Duration.ofSeconds(62));
    for (int more = 0; more < 8; more++) {
      dialled(exchange);
      carriers.time.pass(Duration.ofSeconds(1));
    }
    assertThat(refused(exchange, OURS)).isEqualTo(Placing.Reason.ALL_FULL);
    exchange.drain();
    assertThat(refused(exchange, OURS)).isEqualTo(Placing.Reason.DRAINING);
    assertThat(exchange.standing()).isEqualTo(10);
    ends(FAULT, true);
    assertThat(carriers.dialled).hasSize(10);
    assertThat(heard).containsExactly("ended TRUNK elsewhere");
  }

  @Test
  void aTrunkThatSaysNothingGetsNoCallAfterOneIntervalAndOneSilence() {
    Exchange exchange = carriers.exchange(trunk("a"));
    carriers.time.pass(Duration.ofSeconds(10));
    assertThat(exchange.figures()).singleElement().matches(TrunkFigures::well);
    carriers.answers = 0;
    carriers.time.pass(Duration.ofSeconds(51));
    assertThat(exchange.figures()).singleElement().matches(TrunkFigures::well);
    carriers.time.pass(Duration.ofSeconds(1));
    TrunkFigures figures = exchange.figures().getFirst();
    assertThat(figures.well()).isFalse();
    assertThat(figures.lastStatus()).contains(408);
    assertThat(figures.since()).isEqualTo(java.time.Instant.EPOCH.plusSeconds(62));
    assertThat(carriers.notes).containsExactly("Trunk a says nothing.");
    assertThat(carriers.hungUp).singleElement().matches(peer -> peer.host().equals("a.example"));
    assertThat(refused(exchange, OURS)).isEqualTo(Placing.Reason.ALL_ILL);
    carriers.answers = 200;
    carriers.time.pass(Duration.ofSeconds(59));
    assertThat(exchange.figures().getFirst().well()).isFalse();
    carriers.time.pass(Duration.ofSeconds(1));
    assertThat(exchange.figures().getFirst().well()).isTrue();
  }

  /** Within one interval and the time that signalling waits, whatever calls begin meanwhile. */
  @Test
  void ofTwoTrunksTheOneThatDiesGetsNoNewCallAndTheOtherGetsAll() {
    Exchange exchange = carriers.exchange(trunk("a"), trunk("b"));
    for (int calls = 0; calls < 4; calls++) {
      dialled(exchange);
      carriers.time.pass(Duration.ofSeconds(1));
    }
    assertThat(hosts()).containsExactly("a.example", "b.example", "a.example", "b.example");
    assertThat(exchange.room()).isEqualTo(new TrunkRoom(16, 16));
    carriers.dead.add("a.example");
    carriers.time.pass(Duration.ofSeconds(30));
    assertThat(exchange.figures()).allMatch(TrunkFigures::well);
    carriers.time.pass(Patience.SIGNALLING);
    assertThat(exchange.room()).isEqualTo(new TrunkRoom(8, 8));
    carriers.dialled.clear();
    for (int calls = 0; calls < 8; calls++) {
      dialled(exchange);
    }
    assertThat(hosts()).hasSize(8).containsOnly("b.example");
    assertThat(exchange.room()).isEqualTo(new TrunkRoom(0, 0));
    assertThat(refused(exchange, OURS)).isEqualTo(Placing.Reason.ALL_FULL);
  }

  private List<String> hosts() {
    return carriers.dialled.stream().map(each -> each.peer.host()).toList();
  }

  @Test
  void whereWeHearNothingNoTrunkIsBlamed() {
    Exchange exchange = carriers.exchange(trunk("a"));
    carriers.answers = 0;
    carriers.hears = false;
    carriers.time.pass(Duration.ofMinutes(10));
    assertThat(exchange.figures()).singleElement().matches(TrunkFigures::well);
    assertThat(carriers.asked).hasSizeGreaterThan(5);
  }

  @Test
  void callsThatFailTellOfTheTrunkToo() {
    Exchange exchange = carriers.exchange(trunk("a"));
    for (int times = 0; times < 3; times++) {
      dialled(exchange);
      ends(FAULT, true);
    }
    assertThat(exchange.figures().getFirst().well()).isFalse();
    assertThat(exchange.figures().getFirst().lastStatus()).contains(503);
  }

  @Test
  void aCarrierThatAnswersAnythingIsThereButOneThatIsBrokenIsNot() {
    Exchange exchange = carriers.exchange(trunk("a"));
    for (int status : new int[] {404, 405, 501, 401}) {
      carriers.answers = status;
      carriers.time.pass(Duration.ofMinutes(5));
      assertThat(exchange.figures()).singleElement().matches(TrunkFigures::well);
    }
    carriers.answers = 503;
    carriers.time.pass(Duration.ofSeconds(60));
    assertThat(exchange.figures()).singleElement().matches(TrunkFigures::well);
    carriers.time.pass(Duration.ofSeconds(30));
    assertThat(exchange.figures().getFirst().well()).isFalse();
  }

  @Test
  void whoWantsToKnowWhereWeAreIsToldAgainInTimeAndTakenBackAtTheEnd() {
    Exchange exchange = carriers.exchange(MadeUpCarriers.trunk("a", 1, 1, true));
    assertThat(carriers.told).containsExactly("tell heyue to a.example");
    assertThat(exchange.figures().getFirst().registered()).isTrue();
    carriers.time.pass(Duration.ofSeconds(149));
    assertThat(carriers.told).hasSize(1);
    carriers.registers = new Registration.Told(408, Duration.ofSeconds(1));
    carriers.time.pass(Duration.ofSeconds(150));
    assertThat(carriers.told).hasSizeGreaterThan(3);
    assertThat(exchange.figures().getFirst().registered()).isTrue();
    carriers.time.pass(Duration.ofSeconds(1));
    assertThat(exchange.figures().getFirst().registered()).isFalse();
    assertThat(refused(exchange, OURS)).isEqualTo(Placing.Reason.ALL_ILL);
    carriers.registers = new Registration.Told(200, Duration.ofSeconds(150));
    carriers.time.pass(TrunkRegistration.FAILED);
    dialled(exchange);
    exchange.close();
    assertThat(carriers.told).endsWith("end");
  }

  /** Signalling that begins anew never tells what became of what it had asked. */
  @Test
  void aQuestionThatIsNeverAnsweredIsAskedAgain() {
    carriers.mute = true;
    Exchange exchange = carriers.exchange(MadeUpCarriers.trunk("a", 1, 1, true));
    assertThat(carriers.told).hasSize(1);
    carriers.mute = false;
    carriers.time.pass(Duration.ofSeconds(40).plus(TrunkRegistration.FAILED));
    assertThat(carriers.told).hasSize(2);
    assertThat(exchange.figures().getFirst().registered()).isTrue();
    exchange.close();
  }

  @Test
  void whoRefusesUsIsLeftAloneForAWhile() {
    carriers.registers = new Registration.Told(403, Duration.ofSeconds(1));
    Exchange exchange = carriers.exchange(MadeUpCarriers.trunk("a", 1, 1, true));
    carriers.time.pass(Duration.ofMinutes(14));
    assertThat(carriers.told).hasSize(1);
    carriers.time.pass(Duration.ofMinutes(1));
    assertThat(carriers.told).hasSize(2);
    exchange.close();
    assertThat(carriers.told).doesNotContain("end");
  }
}
