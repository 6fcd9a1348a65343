package io.heyue.brain.encoder;

import io.heyue.brain.file.Yaml;
import io.heyue.core.base.Span;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Emotion.Feeling;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Tells from its words how somebody feels. A cue counts with its weight, times the factor of an
 * intensifier close before it; a negator close before it takes it away, unless it is a part of an
 * intensifier (特别). Cues of one feeling add up like independent witnesses: {@code 1 - (1 - a)(1 -
 * b)}. Thread-safe.
 */
final class FeelingReader {
  /** Below this it is not worth calling a feeling. */
  private static final double LEAST = 0.25;

  private static final double EXCLAMATION = 0.15;

  private final Map<Feeling, Words> cues;
  private final Words intensifiers;
  private final Words negators;
  private final Words fate;

  /** How many characters before a cue still belong to it. */
  private final int reach;

  private FeelingReader(
      Map<Feeling, Words> cues, Words intensifiers, Words negators, Words fate, int reach) {
    this.cues = cues;
    this.intensifiers = intensifiers;
    this.negators = negators;
    this.fate = fate;
    this.reach = reach;
  }

  /** Reads {@code emotion.yaml} in the folder of a language; without it everybody is calm. */
  static FeelingReader open(Path folder, int reach) {
    Path file = folder.resolve("emotion.yaml");
    Yaml root = Files.isRegularFile(file) ? Yaml.read(file) : new Yaml(file, null);
    Map<Feeling, Words> cues = new EnumMap<>(Feeling.class);
    for (Feeling feeling : Feeling.values()) {
      String name = feeling.name().toLowerCase(Locale.ROOT);
      cues.put(feeling, Words.of(root.field("cues").field(name), "weight"));
    }
    return new FeelingReader(
        cues,
        Words.of(root.field("intensifiers"), "factor"),
        Words.of(root.field("negators"), "weight"),
        Words.of(root.field("fate"), "weight"),
        reach);
  }

  /** The words that curse fate, oneself or things, and not the listener. */
  Words fate() {
    return fate;
  }

  Emotion read(String text) {
    Emotion strongest = Emotion.calm();
    for (Feeling feeling : Feeling.values()) {
      Emotion felt = read(text, feeling);
      boolean moved = felt.label() != Feeling.CALM && felt.intensity() >= LEAST;
      if (moved && felt.intensity() > strongest.intensity()) {
        strongest = felt;
      }
    }
    return strongest;
  }

  /** How much of one feeling the words show, however little. */
  Emotion read(String text, Feeling feeling) {
    List<Span> evidence = new ArrayList<>();
    double calm = 1;
    for (Cue cue : Objects.requireNonNull(cues.get(feeling)).find(text)) {
      double weight = weight(text, cue);
      if (weight > 0) {
        evidence.add(cue.span());
        calm *= 1 - Math.min(0.99, weight);
      }
    }
    if (feeling == Feeling.ANGRY) {
      for (Cue swearing : fate.find(text)) {
        evidence.add(swearing.span());
        calm *= 0.6;
      }
      if (!evidence.isEmpty() && (text.contains("!") || text.contains("！"))) {
        calm *= 1 - EXCLAMATION;
      }
    }
    return new Emotion(feeling, 1 - calm, evidence);
  }

  private double weight(String text, Cue cue) {
    int start = Math.max(0, cue.span().start() - reach);
    String before = text.substring(start, cue.span().start());
    List<Cue> stronger = intensifiers.find(before);
    boolean negated =
        negators.find(before).stream()
            .filter(negator -> closes(before, negator))
            .anyMatch(
                negator -> stronger.stream().noneMatch(it -> it.span().covers(negator.span())));
    if (negated) {
      return 0;
    }
    double factor = stronger.stream().mapToDouble(Cue::weight).reduce(1, (a, b) -> a * b);
    return Math.min(1, cue.weight() * factor);
  }

  /** Whether nothing but letters of the same clause stands between a negator and the cue. */
  private static boolean closes(String before, Cue negator) {
    return before
        .substring(negator.span().end())
        .chars()
        .noneMatch(letter -> "，。！？,.!?".indexOf(letter) >= 0);
  }
}
