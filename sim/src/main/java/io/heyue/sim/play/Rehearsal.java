package io.heyue.sim.play;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Rng;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.sim.check.Checkers;
import io.heyue.sim.check.Exchange;
import io.heyue.sim.check.Finding;
import io.heyue.sim.check.Transcript;
import io.heyue.sim.people.Cast;
import io.heyue.sim.people.Person;
import io.heyue.sim.people.Persona;
import io.heyue.sim.people.Reaction;
import io.heyue.sim.world.Sample;
import io.heyue.sim.world.VirtualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One conversation with one simulated person, from the first word to the last, judged. */
public final class Rehearsal {
  private static final int MOST_SILENCES = 3;

  private final Stage stage;
  private final Person person;
  private final Instant start;
  private final Dossier before;
  private final Parley parley;
  private final Hearing hearing;
  private final Rng noise;
  private final List<Exchange> exchanges = new ArrayList<>();

  private Rehearsal(
      Stage stage, Person person, Channel channel, Instant start, Hearing hearing, Rng rng) {
    this.stage = stage;
    this.person = person;
    this.start = start;
    this.hearing = hearing;
    this.noise = rng.fork("noise");
    this.before = person.sample().dossier(start, rng.fork("ids"));
    this.parley =
        new Parley(
            stage,
            before,
            person.sample().lang(),
            channel,
            new VirtualClock(start),
            rng.fork("parley"));
  }

  /**
   * What came of it.
   *
   * @param findings of the checkers
   */
  public record Played(
      Persona persona, Parley parley, Transcript transcript, List<Finding> findings) {
    public List<Step> steps() {
      return parley.steps();
    }

    /** Lawful, the outcome true, and nobody called in without need. */
    public boolean completed() {
      return findings.isEmpty();
    }

    public boolean unlawful() {
      return findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.UNLAWFUL);
    }
  }

  /** Plays {@code persona} with {@code sample} from {@code start} on, on the page. */
  public static Played play(
      Stage stage, Persona persona, Sample sample, Instant start, Hearing hearing, Rng rng) {
    return play(stage, persona, sample, Channel.CHAT, start, hearing, rng);
  }

  /**
   * The same.
   *
   * @param channel the page or the telephone
   */
  public static Played play(
      Stage stage,
      Persona persona,
      Sample sample,
      Channel channel,
      Instant start,
      Hearing hearing,
      Rng rng) {
    Person person = Cast.person(persona, sample, Cast.local(sample, start), rng.fork("person"));
    return new Rehearsal(stage, person, channel, start, hearing, rng).play();
  }

  private Played play() {
    if (!Outreach.permitted(stage.guard(), before, start)) {
      Transcript nothing = transcript();
      return new Played(person.persona(), parley, nothing, Checkers.check(nothing));
    }
    Step step = parley.begin();
    note(step, List.of());
    int silences = 0;
    while (!parley.over() && exchanges.size() < Transcript.ENDLESS && silences < MOST_SILENCES) {
      Reaction reaction =
          step.said().isEmpty() && step.event() instanceof ChannelEvent.SilencePassed
              ? new Reaction.Silent()
              : person.answer(step.said());
      step =
          switch (reaction) {
            case Reaction.Says says ->
                parley.hear(
                    hearing.heard(
                        says.words(),
                        person.sample().lang(),
                        noise.fork("turn " + exchanges.size())));
            case Reaction.Presses presses -> parley.tell(Pressed.event(presses.keys()));
            case Reaction.Silent _ -> parley.silence();
            case Reaction.Leaves _ -> parley.leave();
          };
      silences = reaction instanceof Reaction.Silent ? silences + 1 : 0;
      note(step, person.situations());
    }
    if (!parley.over()) {
      note(parley.leave(), List.of());
    }
    Transcript transcript = transcript();
    return new Played(person.persona(), parley, transcript, Checkers.check(transcript));
  }

  private void note(Step step, List<String> situations) {
    exchanges.add(
        new Exchange(
            step.at(), step.event().words(), situations, step.said(), step.turn().events()));
  }

  private Transcript transcript() {
    return new Transcript(
        Cast.local(person.sample(), start),
        before,
        person.sample().proof(),
        person.truth(),
        person.named(),
        person.agreed(),
        exchanges,
        parley.state().agreed(),
        parley.state().ended(),
        parley.state().handover());
  }
}
