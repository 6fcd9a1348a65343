package io.heyue.voice.bridge;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import io.heyue.voice.speech.Mouth;
import io.heyue.voice.talk.Talk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Hands calls over to colleagues. Thread-safe. */
public final class Bridges {
  private final Agents agents;
  private final AgentPhones phones;
  private final Map<Lang, Mouth> mouths;
  private final int most;
  private final Works works;

  /**
   * What runs what takes long.
   *
   * @param threads as many as wanted: for what waits
   * @param faults hears of what was thrown; without words that were said
   */
  public record Works(Executor threads, Consumer<Throwable> faults) {}

  /**
   * @param mouths say what colleagues are told; in a language without one they are told nothing
   * @param most so many colleagues are called for one hand-over, one after the other
   */
  public Bridges(
      Agents agents, AgentPhones phones, Map<Lang, Mouth> mouths, int most, Works works) {
    Check.that(most > 0, "most", most, "1 or more");
    this.agents = agents;
    this.phones = phones;
    this.mouths = Map.copyOf(mouths);
    this.most = most;
    this.works = works;
  }

  /**
   * Hands a call over to a colleague, once all was said in it that is still to be said: a colleague
   * is called, told what it is about, and joined. If none takes it, the talk goes on.
   *
   * @return whether a colleague is called; if not, none is free, and the listener hears nothing
   */
  public boolean handOver(Talk talk, Briefing briefing, BridgeListener listener) {
    Optional<Agent> first = agents.take(List.of());
    first.ifPresent(agent -> new Bridging(this, briefing, listener).begin(talk, agent));
    return first.isPresent();
  }

  /** Who is free and who is busy. */
  public Agents agents() {
    return agents;
  }

  AgentPhones phones() {
    return phones;
  }

  Optional<Mouth> mouth(Lang lang) {
    return Optional.ofNullable(mouths.get(lang));
  }

  int most() {
    return most;
  }

  Works works() {
    return works;
  }
}
