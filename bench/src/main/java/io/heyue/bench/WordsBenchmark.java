package io.heyue.bench;

import io.heyue.brain.book.Books;
import io.heyue.brain.words.Ears;
import io.heyue.core.base.Lang;
import io.heyue.core.compliance.Guard;
import io.heyue.core.turn.WordFacts;
import io.heyue.core.turn.WordsCheck;
import io.heyue.core.turn.WordsVerdict;
import io.heyue.core.understanding.entity.RuleEntityParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Sentences judged by the guard of words, one after the other: hidden words brought back, rules,
 * head, claims. The baseline is the same guard without tables and head, by the rules alone.
 */
final class WordsBenchmark implements Benchmark {
  @Override
  public String name() {
    return "words";
  }

  @Override
  public List<Figure> measure(Trial trial) {
    Books books = Books.read(trial.data());
    Ears ears = Ears.open(trial.data(), trial.root().resolve("brain/target/heads"));
    WordsCheck whole = check(new Guard(books.law(), ears.reader()), ears);
    WordsCheck rules = check(new Guard(books.law()), ears);
    List<Figure> figures = new ArrayList<>();
    for (Lang lang : Lang.values()) {
      figures.addAll(measure(trial, lang, whole, rules));
    }
    return figures;
  }

  private static WordsCheck check(Guard guard, Ears ears) {
    return new WordsCheck(guard, RuleEntityParser.of(), ears.advice(), Set.of("CN"));
  }

  private List<Figure> measure(Trial trial, Lang lang, WordsCheck whole, WordsCheck rules) {
    List<Sentence> sentences = Sentence.all(trial.data(), lang);
    Times judged = times(trial, sentences, sentence -> judge(whole, sentence));
    Times bare = times(trial, sentences, sentence -> judge(rules, sentence));
    String in = ", " + lang.code();
    return List.of(
        new Figure(
            name(),
            "sentences judged" + in,
            judged.count(),
            judged.perSecond(),
            "/s",
            new Figure.Baseline("by the rules alone", bare.perSecond()),
            Optional.empty()),
        new Figure(
            name(),
            "sentence judged, p50" + in,
            judged.count(),
            judged.microseconds(0.5),
            "µs",
            new Figure.Baseline("by the rules alone", bare.microseconds(0.5)),
            Optional.empty()),
        new Figure(
            name(),
            "sentence judged, p99" + in,
            judged.count(),
            judged.microseconds(0.99),
            "µs",
            new Figure.Baseline("by the rules alone", bare.microseconds(0.99)),
            Figure.Target.atMost(2_000)));
  }

  private static int judge(WordsCheck check, Sentence sentence) {
    WordsVerdict verdict =
        check.judge(sentence.text(), sentence.lang(), WordFacts.none(), Sentence.NOW);
    return verdict.spans().size();
  }

  /** Goes over the sentences again and again, a fifth of it before measuring. */
  private static Times times(Trial trial, List<Sentence> sentences, ToIntFunction<Sentence> work) {
    int count = 5 * trial.scale().sentences();
    var _ = pass(trial, sentences, count / 5, work);
    return pass(trial, sentences, count, work);
  }

  private static Times pass(
      Trial trial, List<Sentence> sentences, int count, ToIntFunction<Sentence> work) {
    Times times = new Times();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      Sentence sentence = sentences.get(i % sentences.size());
      var _ = times.time(() -> work.applyAsInt(sentence) != Integer.MIN_VALUE);
      if (System.nanoTime() - start > trial.scale().longest().toNanos()) {
        break;
      }
    }
    return times;
  }
}
