package io.heyue.voice.pace;

import io.heyue.core.base.Rng;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A floor of agents behind a machine that calls, in simulated seconds. */
final class Floor {
  /** How agents' time with a call is spread about its mean. */
  enum Spread {
    EXPONENTIAL,
    FIXED,
    UNIFORM;

    double draw(Rng rng, double mean) {
      return switch (this) {
        case EXPONENTIAL -> -mean * Math.log1p(-rng.nextDouble());
        case FIXED -> mean;
        case UNIFORM -> 2 * mean * rng.nextDouble();
      };
    }
  }

  /**
   * What is true.
   *
   * @param agents on duty
   * @param asks how often a person is asked for in a call that was taken
   * @param answers how often a call is taken
   * @param handling of an agent, in seconds
   */
  record Truth(int agents, double asks, double answers, double handling, Spread spread) {}

  private enum What {
    ANSWERED,
    NOT_ANSWERED,
    ASKED,
    TALKED,
    HANDLED
  }

  private record Event(double at, What what) {}

  private final Truth truth;
  private final Rng rng;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingDouble(Event::at));
  private int ringing;
  private int talking;
  private int free;
  long begun;
  long answered;
  long asked;
  long failed;
  private double busy;

  Floor(Truth truth, Rng rng) {
    this.truth = truth;
    this.rng = rng;
    this.free = truth.agents();
  }

  /** Asks every second how many calls may begin, for so many seconds. */
  void run(Pacing pacing, Experience believed, int seconds) {
    for (int second = 0; second < seconds; second++) {
      pass(second);
      int calls = pacing.begin(facts(believed)).calls();
      for (int call = 0; call < calls; call++) {
        begin(second);
      }
    }
  }

  PacingFacts facts(Experience believed) {
    return new PacingFacts(
        new Resources(Math.max(0, 1_000 - ringing - talking), 60, 1_000, 1_000),
        new Standing(ringing, talking, 0),
        new Agents(free, truth.agents() - free),
        believed);
  }

  /** Nobody takes a call before 3 s, and nobody asks for a person before 7 s more. */
  void begin(double now) {
    ringing++;
    begun++;
    double taken = now + 3 + 20 * rng.nextDouble();
    events.add(new Event(taken, rng.chance(truth.answers()) ? What.ANSWERED : What.NOT_ANSWERED));
  }

  /** All that happens before {@code now}. */
  void pass(double now) {
    while (!events.isEmpty() && events.peek().at() < now) {
      Event event = events.remove();
      happens(event.at(), event.what());
    }
  }

  private void happens(double at, What what) {
    switch (what) {
      case NOT_ANSWERED -> ringing--;
      case ANSWERED -> {
        ringing--;
        talking++;
        answered++;
        double until = at + 7 - 50 * Math.log1p(-rng.nextDouble());
        events.add(new Event(until, rng.chance(truth.asks()) ? What.ASKED : What.TALKED));
      }
      case TALKED -> talking--;
      case ASKED -> {
        talking--;
        asked++;
        if (free == 0) {
          failed++;
        } else {
          free--;
          double length = truth.spread().draw(rng, truth.handling());
          busy += length;
          events.add(new Event(at + length, What.HANDLED));
        }
      }
      case HANDLED -> free++;
    }
  }

  /** Share of agents' time that was spent in calls. */
  double used(int seconds) {
    return busy / seconds / truth.agents();
  }

  static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }
}
