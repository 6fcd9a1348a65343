package io.heyue.brain.encoder;

import io.heyue.brain.file.Yaml;
import io.heyue.core.base.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Hears abuse and thoughts of self-harm by their words, beside the heads: a life is worth a false
 * alarm, so that one word is enough. Sayings that only look alike (累死了) are taken out first.
 * Thread-safe.
 */
final class RiskReader {
  private final Words insults;
  private final Words threats;
  private final Words expressions;
  private final Words nearMisses;
  private final Words fate;

  private RiskReader(
      Words insults, Words threats, Words expressions, Words nearMisses, Words fate) {
    this.insults = insults;
    this.threats = threats;
    this.expressions = expressions;
    this.nearMisses = nearMisses;
    this.fate = fate;
  }

  /** Reads {@code abuse.yaml} and {@code distress.yaml} in the folder of a language. */
  static RiskReader open(Path folder, Words fate) {
    Yaml abuse = readIfThere(folder.resolve("abuse.yaml"));
    Yaml distress = readIfThere(folder.resolve("distress.yaml"));
    return new RiskReader(
        Words.of(abuse.field("insults"), "weight"),
        Words.of(abuse.field("threats"), "weight"),
        Words.of(distress.field("expressions"), "weight"),
        Words.of(distress.field("near_misses"), "weight"),
        fate);
  }

  private static Yaml readIfThere(Path file) {
    return Files.isRegularFile(file) ? Yaml.read(file) : new Yaml(file, null);
  }

  /** How abusive the words are, 0 to 1. What curses fate and not us doesn't count. */
  double abuse(String text) {
    List<Span> excused = fate.find(text).stream().map(Cue::span).toList();
    return Math.max(heaviest(insults.find(text), excused), heaviest(threats.find(text), excused));
  }

  /** How strongly the words speak of ending one's life, 0 to 1. */
  double distress(String text) {
    List<Span> excused = nearMisses.find(text).stream().map(Cue::span).toList();
    return heaviest(expressions.find(text), excused);
  }

  /** Both in the order in which they stand; none overlaps another of its list. */
  private static double heaviest(List<Cue> cues, List<Span> excused) {
    double heaviest = 0;
    int next = 0;
    for (Cue cue : cues) {
      while (next < excused.size() && excused.get(next).end() <= cue.span().start()) {
        next++;
      }
      if (next == excused.size() || !excused.get(next).covers(cue.span())) {
        heaviest = Math.max(heaviest, cue.weight());
      }
    }
    return heaviest;
  }
}
