package io.heyue.learn;

import io.heyue.brain.encoder.Example;
import io.heyue.brain.encoder.Tone;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.core.understanding.Intent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts two utterances into one breath, as people do, where the lexicon says which of the two
 * meanings then decides. So it is learned that what matters may stand before or behind something
 * that doesn't, and what wins over what.
 */
final class Breath {
  /** Tries to find a second utterance that goes with a first. */
  private static final int TRIES = 12;

  private final List<Example> examples;
  private final Map<Intent, Set<Intent>> winsOver;
  private final Lang lang;
  private final Rng rng;

  Breath(List<Example> examples, Map<Intent, Set<Intent>> winsOver, Lang lang, Rng rng) {
    this.examples = List.copyOf(examples);
    this.winsOver = Map.copyOf(winsOver);
    this.lang = lang;
    this.rng = rng;
  }

  /** {@code one} with another before or behind it; empty where none was found to go with it. */
  Optional<Example> with(Example one) {
    for (int tries = 0; tries < TRIES && one.text().length() <= longest(); tries++) {
      Example other = examples.get(rng.nextInt(examples.size()));
      boolean answers = other.after().isEmpty() || other.after().equals(one.after());
      if (!answers || other.text().length() > longest()) {
        continue;
      }
      if (wins(one, other)) {
        return Optional.of(both(one, other, one));
      }
      if (wins(other, one)) {
        return Optional.of(both(other, one, one));
      }
    }
    return Optional.empty();
  }

  private int longest() {
    return switch (lang) {
      case ZH -> 24;
      case EN -> 80;
    };
  }

  private boolean wins(Example one, Example other) {
    return winsOver.getOrDefault(one.intent(), Set.of()).contains(other.intent());
  }

  private Example both(Example winner, Example loser, Example answer) {
    boolean first = rng.nextInt(2) == 0;
    String text = (first ? winner : loser).text() + between() + (first ? loser : winner).text();
    Set<Intent> also = new HashSet<>(winner.also());
    also.addAll(loser.also());
    also.add(loser.intent());
    also.remove(winner.intent());
    return new Example(text, answer.after(), winner.intent(), also, tone(winner, loser));
  }

  private String between() {
    return switch (lang) {
      case ZH -> List.of(" ", "，", "").get(rng.nextInt(3));
      case EN -> List.of(" ", ", ").get(rng.nextInt(2));
    };
  }

  /** The stronger feeling is heard. */
  private static Optional<Tone> tone(Example one, Example other) {
    return one.tone()
        .flatMap(own -> other.tone().map(its -> its.intensity() > own.intensity() ? its : own));
  }
}
