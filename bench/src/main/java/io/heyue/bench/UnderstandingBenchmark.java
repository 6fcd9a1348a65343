package io.heyue.bench;

import io.heyue.brain.encoder.ModelListener;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.understanding.EntityParser;
import io.heyue.core.understanding.Listener;
import io.heyue.core.understanding.entity.RuleEntityParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * Sentences understood, one after the other. The baseline of understanding is the entity parser
 * alone; that of the parser, a search for digits.
 */
final class UnderstandingBenchmark implements Benchmark {
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  @Override
  public String name() {
    return "understanding";
  }

  @Override
  public List<Figure> measure(Trial trial) {
    EntityParser parser = RuleEntityParser.of();
    List<Figure> figures = new ArrayList<>();
    try (ModelListener listener =
        ModelListener.open(trial.data(), trial.root().resolve("brain/target/heads"), parser)) {
      for (Lang lang : Lang.values()) {
        figures.addAll(measure(trial, lang, listener, parser));
      }
    }
    return figures;
  }

  private List<Figure> measure(Trial trial, Lang lang, Listener listener, EntityParser parser) {
    List<Sentence> sentences = Sentence.all(trial.data(), lang);
    Scale scale = trial.scale();
    Times understood =
        times(
            sentences,
            scale,
            scale.sentences(),
            sentence -> listener.understand(sentence.heard()).intents().size());
    Times parsed =
        times(
            sentences,
            scale,
            10 * scale.sentences(),
            sentence -> parser.parse(sentence.text(), lang, Sentence.NOW, Money.CNY).size());
    Times scanned =
        times(
            sentences,
            scale,
            10 * scale.sentences(),
            sentence -> (int) DIGITS.matcher(sentence.text()).results().count());
    String in = ", " + lang.code();
    return List.of(
        new Figure(
            name(),
            "sentences understood" + in,
            understood.count(),
            understood.perSecond(),
            "/s",
            new Figure.Baseline("parsed only", parsed.perSecond()),
            Optional.empty()),
        sentence("p50" + in, 0.5, understood, parsed),
        sentence("p99" + in, 0.99, understood, parsed),
        new Figure(
            name(),
            "entity parser, p99" + in,
            parsed.count(),
            parsed.microseconds(0.99),
            "µs",
            new Figure.Baseline("search for digits, p99", scanned.microseconds(0.99)),
            Figure.Target.atMost(300)));
  }

  private Figure sentence(String label, double share, Times understood, Times parsed) {
    return new Figure(
        name(),
        "sentence understood, " + label,
        understood.count(),
        understood.milliseconds(share),
        "ms",
        new Figure.Baseline("parsed only", parsed.milliseconds(share)),
        Optional.empty());
  }

  /** Goes over the sentences again and again, a fifth of it before measuring. */
  private static Times times(
      List<Sentence> sentences, Scale scale, int count, ToIntFunction<Sentence> work) {
    var _ = pass(sentences, scale, count / 5, work);
    return pass(sentences, scale, count, work);
  }

  private static Times pass(
      List<Sentence> sentences, Scale scale, int count, ToIntFunction<Sentence> work) {
    Times times = new Times();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      Sentence sentence = sentences.get(i % sentences.size());
      var _ = times.time(() -> work.applyAsInt(sentence) != Integer.MIN_VALUE);
      if (System.nanoTime() - start > scale.longest().toNanos()) {
        break;
      }
    }
    return times;
  }
}
