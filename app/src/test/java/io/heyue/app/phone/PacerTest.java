package io.heyue.app.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.phone.PhoneSettings.Pacing.Mode;
import io.heyue.core.base.Lang;
import io.heyue.voice.bridge.BridgeListener;
import io.heyue.voice.pace.Agents;
import io.heyue.voice.pace.Pace;
import io.heyue.voice.talk.Calls.Room;
import io.heyue.voice.talk.Talk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many calls begin, on a day that passes as the test says. */
class PacerTest {
  private static final Room ROOM = new Room(100, 100, 100);

  private Instant now = Instant.parse("2026-11-23T02:00:00Z");
  private Agents agents = Agents.NONE;
  private Pacer pacer = pacer(Mode.DEMAND);

  private Pacer pacer(Mode mode) {
    return Pacer.of(new PhoneSettings.Pacing(mode, 0.01, null), new OnDuty(), () -> now);
  }

  private final class OnDuty implements Bridge {
    @Override
    public Agents onDuty() {
      return agents;
    }

    @Override
    public boolean toPerson(Talk talk, Lang lang, String summary, BridgeListener listener) {
      return false;
    }
  }

  private void agents(int free, int busy) {
    agents = new Agents(free, busy);
  }

  private void later(Duration duration) {
    now = now.plus(duration);
  }

  private int begin() {
    return pacer.pace(ROOM).calls();
  }

  /** Calls that went before: half of them were taken, and of those every {@code nth} asked. */
  private void went(int calls, int nth) {
    for (int call = 0; call < calls; call++) {
      Pacer.PacedCall one = pacer.dials();
      if (call % 2 == 0) {
        one.up();
        if (call / 2 % nth == 0) {
          asked(one);
        }
      }
      one.ended();
    }
  }

  private void asked(Pacer.PacedCall one) {
    one.asked();
    one.calls();
    one.joined();
    later(Duration.ofMinutes(3));
    one.served();
  }

  @ParameterizedTest
  @EnumSource(
      value = Mode.class,
      names = {"DEMAND", "LINES"})
  void whereNobodyIsThereToBeJoinedTheTelephoneAloneLimits(Mode mode) {
    pacer = pacer(mode);
    went(40, 1);
    assertThat(pacer.pace(new Room(30, 40, 50))).isEqualTo(new Pace(30, Pace.CHANNELS));
    assertThat(pacer.pace(new Room(30, 4, 50))).isEqualTo(new Pace(4, Pace.RATE));
    assertThat(pacer.pace(new Room(30, 40, 5))).isEqualTo(new Pace(5, Pace.SLOTS));
    assertThat(pacer.pace(new Room(-1, 40, 5))).isEqualTo(new Pace(0, Pace.CHANNELS));
  }

  @Test
  void linesAloneAreAskedForWhoeverIsOnDuty() {
    pacer = pacer(Mode.LINES);
    agents(0, 3);
    assertThat(begin()).isEqualTo(100);
  }

  @Test
  void fewerBeginWhereFewAreFreeAndManyAsk() {
    went(400, 10);
    agents(8, 0);
    int rare = begin();
    agents(2, 0);
    int few = begin();
    assertThat(pacer.pace(ROOM).limit()).isEqualTo(Pace.AGENTS);
    pacer = pacer(Mode.DEMAND);
    went(400, 2);
    int fewAndMany = begin();
    agents(8, 0);
    int many = begin();
    assertThat(few).isBetween(fewAndMany + 1, rare - 1);
    assertThat(many).isBetween(fewAndMany + 1, rare - 1);
    assertThat(fewAndMany).isPositive();
    agents(0, 2);
    assertThat(begin()).isZero();
  }

  @Test
  void whatIsNotKnownIsFearedAndCallsThatStandCount() {
    agents(3, 0);
    assertThat(begin()).isEqualTo(3);
    Pacer.PacedCall first = pacer.dials();
    Pacer.PacedCall second = pacer.comes();
    assertThat(begin()).isEqualTo(1);
    first.never();
    assertThat(begin()).isEqualTo(2);
    second.asked();
    second.calls();
    agents(2, 1);
    assertThat(begin()).isEqualTo(2);
    second.served();
    agents(3, 0);
    assertThat(begin()).isEqualTo(3);
    second.ended();
    second.up();
    second.ended();
    assertThat(begin()).isEqualTo(3);
  }

  @Test
  void whatWentOtherwiseHoursAgoTellsNothing() {
    agents(2, 0);
    went(400, 20);
    int known = begin();
    later(Lately.KEPT.plusMinutes(1));
    assertThat(begin()).isEqualTo(2).isLessThan(known);
  }

  @Test
  void onePersonIsKeptFreeForEachCall() {
    pacer = pacer(Mode.PROGRESSIVE);
    assertThat(begin()).isZero();
    went(400, 20);
    agents(5, 2);
    assertThat(pacer.pace(ROOM)).isEqualTo(new Pace(5, Pace.AGENTS));
    Pacer.PacedCall call = pacer.dials();
    assertThat(begin()).isEqualTo(4);
    call.up();
    assertThat(begin()).isEqualTo(4);
    call.asked();
    call.calls();
    agents(4, 3);
    assertThat(begin()).isEqualTo(4);
    call.ended();
    agents(5, 2);
    assertThat(begin()).isEqualTo(5);
    assertThat(pacer.pace(new Room(1, 9, 9)).calls()).isEqualTo(1);
  }

  /** A day of calls, of which a fifth are taken and of those a tenth want a person. */
  @Test
  void hardlyAnybodyWhoAsksFindsNobody() {
    Random random = new Random(11);
    Deque<Standing> standing = new ArrayDeque<>();
    int all = 6;
    int busy = 0;
    int asked = 0;
    int nobody = 0;
    int begun = 0;
    for (int second = 0; second < 20_000; second++) {
      later(Duration.ofSeconds(1));
      for (Standing call : standing.toArray(Standing[]::new)) {
        busy += call.second(random);
        asked += call.asks ? 1 : 0;
        if (call.asks && busy == all) {
          nobody++;
          call.call.asked();
          call.ends();
        } else if (call.asks) {
          busy++;
          call.joins(random);
        }
        if (call.left == 0) {
          standing.remove(call);
        }
      }
      agents(all - busy, busy);
      for (int more = pacer.pace(new Room(30 - standing.size(), 2, 99)).calls(); more > 0; more--) {
        standing.add(new Standing(pacer.dials(), random));
        begun++;
      }
    }
    assertThat(begun).isGreaterThan(4_000);
    assertThat(asked).isGreaterThan(60);
    assertThat(nobody).isLessThanOrEqualTo(asked / 50);
  }

  /** One call of that day. */
  private static final class Standing {
    private final Pacer.PacedCall call;
    private int rings;
    private int left;
    private boolean taken;
    private boolean asks;
    private boolean joined;

    Standing(Pacer.PacedCall call, Random random) {
      this.call = call;
      this.rings = 10 + random.nextInt(15);
      this.taken = random.nextInt(5) == 0;
      this.left = rings + (taken ? 20 + random.nextInt(60) : 0);
    }

    /** -1 where a person is free again. */
    int second(Random random) {
      asks = false;
      left--;
      rings--;
      if (rings == 0 && taken) {
        call.up();
      }
      if (left == 0) {
        boolean was = joined;
        asks = !was && taken && random.nextInt(10) == 0;
        if (!asks) {
          ends();
        }
        return was ? -1 : 0;
      }
      return 0;
    }

    void joins(Random random) {
      joined = true;
      call.asked();
      call.calls();
      call.joined();
      left = 60 + random.nextInt(240);
    }

    void ends() {
      left = 0;
      call.ended();
    }
  }
}
