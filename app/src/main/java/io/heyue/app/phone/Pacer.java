package io.heyue.app.phone;

import io.heyue.voice.pace.Agents;
import io.heyue.voice.pace.Counted;
import io.heyue.voice.pace.Experience;
import io.heyue.voice.pace.Pace;
import io.heyue.voice.pace.Pacing;
import io.heyue.voice.pace.PacingFacts;
import io.heyue.voice.pace.PacingSettings;
import io.heyue.voice.pace.PeopleFacts;
import io.heyue.voice.pace.PeoplePacing;
import io.heyue.voice.pace.Predictive;
import io.heyue.voice.pace.Resources;
import io.heyue.voice.pace.Standing;
import io.heyue.voice.talk.Calls;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says how many calls may begin now. It keeps what that depends on: the calls that stand, ours and
 * those that came in, how calls went of late, and who is there to be joined; {@link Pacing}
 * decides. Thread-safe.
 */
public final class Pacer {
  private final Rule rule;
  private final Supplier<Agents> agents;
  private final InstantSource clock;
  private final Set<PacedCall> standing = new LinkedHashSet<>();
  private final Lately lately = new Lately();

  /** Decides by the facts. */
  private interface Rule {
    Pace begin(PacingFacts facts);
  }

  private Pacer(Rule rule, Supplier<Agents> agents, InstantSource clock) {
    this.rule = rule;
    this.agents = agents;
    this.clock = clock;
  }

  /**
   * One by the settings.
   *
   * @param bridge to whoever is joined to calls
   */
  public static Pacer of(PhoneSettings.Pacing settings, Bridge bridge, InstantSource clock) {
    return switch (settings.mode()) {
      case DEMAND -> {
        PacingSettings usual = PacingSettings.standard();
        Pacing pacing =
            new Pacing(
                new PacingSettings(
                    settings.risk(),
                    usual.confidence(),
                    usual.lead(),
                    usual.releases(),
                    usual.stopWithoutAgents()));
        yield new Pacer(pacing::begin, bridge::onDuty, clock);
      }
      case PROGRESSIVE -> {
        PeoplePacing pacing = new PeoplePacing(Predictive.OFF);
        yield new Pacer(facts -> pacing.begin(people(facts)), bridge::onDuty, clock);
      }
      // While nobody is there to be joined nothing but lines and slots is asked for.
      case LINES ->
          new Pacer(new Pacing(PacingSettings.standard())::begin, () -> Agents.NONE, clock);
    };
  }

  /** A person is kept free for each call that stands, asked for or not. */
  private static PeopleFacts people(PacingFacts facts) {
    return new PeopleFacts(
        facts.resources(),
        facts.agents(),
        facts.standing().ringing(),
        facts.standing().talking() + facts.standing().waiting(),
        facts.experience().answered(),
        Counted.NOTHING,
        facts.experience().handled());
  }

  /**
   * How many calls may begin now.
   *
   * @param room of the telephone; of permits there is no end here, since only what was permitted is
   *     ever handed over
   */
  public Pace pace(Calls.Room room) {
    Resources resources =
        new Resources(
            Math.max(0, room.channels()),
            Math.max(0, room.rate()),
            Math.max(0, room.slots()),
            Integer.MAX_VALUE);
    Agents there = agents.get();
    synchronized (this) {
      Instant now = clock.instant();
      return rule.begin(new PacingFacts(resources, standing(), there, experience(now)));
    }
  }

  private Standing standing() {
    return new Standing(
        count(PacedCall.Stage.RINGING),
        count(PacedCall.Stage.TALKING),
        count(PacedCall.Stage.WAITING));
  }

  private int count(PacedCall.Stage stage) {
    return (int) standing.stream().filter(call -> call.stage == stage).count();
  }

  private Experience experience(Instant now) {
    Duration busy =
        standing.stream().map(call -> call.busy(now)).reduce(Duration.ZERO, Duration::plus);
    return lately.at(now, busy);
  }

  /** A call of ours that is about to be dialled. */
  PacedCall dials() {
    return new PacedCall(this, true);
  }

  /** A call that came in. */
  PacedCall comes() {
    return new PacedCall(this, false);
  }

  /** One call, told what happens to it. */
  static final class PacedCall {
    private final Pacer pacer;
    private final boolean dialled;
    private Stage stage;
    private boolean up;
    private boolean asked;
    private boolean joined;
    private Duration busy = Duration.ZERO;
    private @Nullable Instant busySince;

    /** What of people it may still want. */
    private enum Stage {
      RINGING,
      /** With the machine: a person may be asked for. */
      TALKING,
      /** A person was asked for, and none is being called yet. */
      WAITING,
      /** A person is called for it or is in it, or none will be. */
      SERVED,
      OVER
    }

    private PacedCall(Pacer pacer, boolean dialled) {
      this.pacer = pacer;
      this.dialled = dialled;
      this.up = !dialled;
      this.stage = dialled ? Stage.RINGING : Stage.TALKING;
      synchronized (pacer) {
        pacer.standing.add(this);
      }
    }

    private void told(Runnable what) {
      synchronized (pacer) {
        if (stage != Stage.OVER) {
          what.run();
        }
      }
    }

    /** It came to no call. */
    void never() {
      told(() -> {
        stage = Stage.OVER;
        pacer.standing.remove(this);
      });
    }

    /** Somebody or something took it. */
    void up() {
      told(() -> {
        up = true;
        stage = stage == Stage.RINGING ? Stage.TALKING : stage;
      });
    }

    /** A person is asked for. */
    void asked() {
      told(() -> {
        asked = true;
        stage = Stage.WAITING;
      });
    }

    /** A person is being called for it. */
    void calls() {
      told(() -> {
        stage = Stage.SERVED;
        if (busySince == null) {
          busySince = pacer.clock.instant();
        }
      });
    }

    /** The person and the other side talk. */
    void joined() {
      told(() -> joined = true);
    }

    /** No person is busy with it any more, and none will be. */
    void served() {
      told(() -> {
        stage = Stage.SERVED;
        rest(pacer.clock.instant());
      });
    }

    /** It is over. */
    void ended() {
      told(() -> {
        Instant now = pacer.clock.instant();
        rest(now);
        stage = Stage.OVER;
        pacer.standing.remove(this);
        pacer.lately.add(new Lately.Went(now, dialled, up, asked, joined, busy));
      });
    }

    private void rest(Instant now) {
      busy = busy(now);
      busySince = null;
    }

    private Duration busy(Instant now) {
      Duration since =
          Optional.ofNullable(busySince)
              .map(began -> Duration.between(began, now))
              .filter(Duration::isPositive)
              .orElse(Duration.ZERO);
      return busy.plus(since);
    }
  }
}
