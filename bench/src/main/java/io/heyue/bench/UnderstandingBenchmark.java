package io.heyue.bench;

import dev.langchain4j.model.embedding.EmbeddingModel;
import io.heyue.brain.encoder.ModelListener;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.understanding.EntityParser;
import io.heyue.core.understanding.Listener;
import io.heyue.core.understanding.entity.RuleEntityParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Sentences understood, one after the other and on all processors: language, intents, entities,
 * emotion. Held against the same with a model in exact numbers; against langchain4j's wrapper of
 * the published encoder, which makes one vector of a sentence and understands nothing; and the
 * parser of entities against a search for digits.
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
    Path built = trial.root().resolve("brain/target/heads");
    List<Figure> figures = new ArrayList<>();
    try (Scratch scratch = Scratch.in(trial.root())) {
      Exact.write(trial.data(), scratch.folder());
      try (ModelListener ours = ModelListener.open(trial.data(), built, parser);
          ModelListener exact = ModelListener.open(trial.data(), scratch.folder(), parser)) {
        for (Lang lang : Lang.values()) {
          figures.addAll(understood(trial, lang, ours, exact));
          figures.add(parsed(trial, lang, parser));
        }
      }
    }
    return figures;
  }

  private List<Figure> understood(Trial trial, Lang lang, Listener ours, Listener exact) {
    List<Sentence> sentences = Sentence.all(trial.data(), lang);
    Scale scale = trial.scale();
    ToIntFunction<Sentence> understand = work(ours);
    Times understood = times(sentences, scale, scale.sentences(), understand);
    Times exactly = times(sentences, scale, scale.sentences(), work(exact));
    EmbeddingModel wrapped = Exact.wrapped(lang);
    Times embedded =
        times(
            sentences,
            scale,
            scale.sentences(),
            sentence -> wrapped.embed(sentence.text()).content().dimension());
    String in = ", " + lang.code();
    return List.of(
        sentence("p50" + in, 0.5, understood, exactly, 3),
        sentence("p99" + in, 0.99, understood, exactly, 8),
        new Figure(
            name(),
            "sentence understood, p50, beside an encoder that understands nothing" + in,
            embedded.count(),
            understood.milliseconds(0.5),
            "ms",
            new Figure.Baseline("langchain4j's wrapper", embedded.milliseconds(0.5)),
            Optional.empty()),
        new Figure(
            name(),
            "sentences understood on all processors" + in,
            scale.sentences(),
            together(sentences, scale.sentences(), understand),
            "/s",
            new Figure.Baseline("one after the other", understood.perSecond()),
            Figure.Target.atLeast(700)));
  }

  private static ToIntFunction<Sentence> work(Listener listener) {
    return sentence -> listener.understand(sentence.heard()).intents().size();
  }

  /** How many a second on all processors. */
  private static double together(
      List<Sentence> sentences, int count, ToIntFunction<Sentence> work) {
    long start = System.nanoTime();
    long done =
        IntStream.range(0, count)
            .parallel()
            .filter(at -> work.applyAsInt(sentences.get(at % sentences.size())) >= 0)
            .count();
    return done * 1e9 / (System.nanoTime() - start);
  }

  private Figure parsed(Trial trial, Lang lang, EntityParser parser) {
    List<Sentence> sentences = Sentence.all(trial.data(), lang);
    Scale scale = trial.scale();
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
    return new Figure(
        name(),
        "entity parser, p99, " + lang.code(),
        parsed.count(),
        parsed.microseconds(0.99),
        "µs",
        new Figure.Baseline("search for digits, p99", scanned.microseconds(0.99)),
        Figure.Target.atMost(300));
  }

  private Figure sentence(
      String label, double share, Times understood, Times exactly, double target) {
    return new Figure(
        name(),
        "sentence understood, " + label,
        understood.count(),
        understood.milliseconds(share),
        "ms",
        new Figure.Baseline("with a model in exact numbers", exactly.milliseconds(share)),
        Figure.Target.atMost(target));
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
