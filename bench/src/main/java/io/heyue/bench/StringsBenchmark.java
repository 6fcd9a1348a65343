package io.heyue.bench;

import io.heyue.brain.encoder.ModelListener;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rng;
import io.heyue.core.understanding.Heard;
import io.heyue.core.understanding.Listener;
import io.heyue.core.understanding.Understanding;
import io.heyue.core.understanding.entity.RuleEntityParser;
import java.util.List;
import java.util.Optional;

/**
 * Strings that are no sentences, understood one after the other: whatever comes has an answer, and
 * soon. The baseline is a sentence.
 */
final class StringsBenchmark implements Benchmark {
  private static final List<String> MOVES =
      List.of("open", "ask_when", "read_back", "no such move");

  @Override
  public String name() {
    return "strings";
  }

  /**
   * @throws IllegalStateException where a string has no answer; it tells which
   */
  @Override
  public List<Figure> measure(Trial trial) {
    try (ModelListener listener =
        ModelListener.open(
            trial.data(), trial.root().resolve("brain/target/heads"), RuleEntityParser.of())) {
      Times sentences = sentences(trial, listener);
      Rng rng = Rng.seeded(trial.seed());
      OddStrings strings = new OddStrings(rng.fork("strings"));
      Times odd = new Times();
      int count = 10 * trial.scale().sentences();
      for (int at = 0; at < count; at++) {
        Heard heard = heard(strings.next(), rng);
        int number = at;
        var _ = odd.time(() -> answered(listener, heard, trial.seed(), number));
      }
      return List.of(
          figure("odd string answered, p99", 0.99, odd, sentences),
          figure("odd string answered, slowest", 1, odd, sentences));
    }
  }

  private static Times sentences(Trial trial, Listener listener) {
    List<Sentence> all = Sentence.all(trial.data(), Lang.ZH);
    Times times = new Times();
    for (int at = 0; at < trial.scale().sentences(); at++) {
      Heard heard = all.get(at % all.size()).heard();
      var _ = times.time(() -> !listener.understand(heard).intents().isEmpty());
    }
    return times;
  }

  private static Heard heard(String text, Rng rng) {
    return new Heard(
        text,
        rng.chance(0.5)
            ? Optional.empty()
            : Optional.of(List.of(Lang.values()).get(rng.nextInt(Lang.values().length))),
        rng.chance(0.5) ? Optional.empty() : Optional.of(MOVES.get(rng.nextInt(MOVES.size()))),
        Sentence.NOW,
        Money.CNY);
  }

  private static boolean answered(Listener listener, Heard heard, long seed, int number) {
    try {
      Understanding understanding = listener.understand(heard);
      int length = heard.text().length();
      boolean whole =
          understanding.text().equals(heard.text())
              && !understanding.intents().isEmpty()
              && understanding.entities().stream().allMatch(entity -> entity.span().end() <= length)
              && understanding.emotion().evidence().stream().allMatch(span -> span.end() <= length);
      if (!whole) {
        throw new IllegalStateException("The answer is none.");
      }
      return true;
    } catch (RuntimeException fault) {
      throw new IllegalStateException(
          "String " + number + " of seed " + seed + ", " + heard.text().length() + " letters:",
          fault);
    }
  }

  private Figure figure(String what, double share, Times odd, Times sentences) {
    return new Figure(
        name(),
        what,
        odd.count(),
        odd.milliseconds(share),
        "ms",
        new Figure.Baseline("a sentence", sentences.milliseconds(share)),
        Optional.empty());
  }
}
