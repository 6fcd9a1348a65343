package io.heyue.learn;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15.BgeSmallEnV15EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15.BgeSmallZhV15EmbeddingModel;
import io.heyue.brain.encoder.EdgeVocabulary;
import io.heyue.brain.encoder.SpeechSchooling;
import io.heyue.brain.model.Adapter;
import io.heyue.brain.model.Form;
import io.heyue.brain.model.Weights;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What was learned in each form that a model can take, side by side on the sentences that were held
 * back: size, time on one thread, and how well it answers; and the published encoder, all of its
 * layers and no head, through langchain4j's wrapper.
 */
record Forms(List<Row> rows) {
  private static final int WARM = 100;

  Forms {
    rows = List.copyOf(rows);
  }

  /** One form; figures that it has not are below 0. */
  record Row(String form, double megabytes, long p50Micros, long p99Micros, double macroF1) {}

  static Forms of(Path data, Curriculum curriculum) throws IOException {
    Lang lang = curriculum.lang();
    Adapter adapter = Adapter.read(curriculum.skill().adapter(data, lang));
    Weights base = Weights.published(lang);
    Form edge = new Form(true, EdgeVocabulary.of(SpeechSchooling.read(data, lang), lang));
    return new Forms(
        List.of(
            row("fp32", adapter, Form.EXACT, base, curriculum),
            row("int8", adapter, Form.EIGHT_BIT, base, curriculum),
            row("int8, trimmed vocabulary", adapter, edge, base, curriculum),
            wrapped(curriculum)));
  }

  private static Row row(
      String name, Adapter adapter, Form form, Weights base, Curriculum curriculum)
      throws IOException {
    Examination examination = Examination.of(adapter, base, curriculum, form);
    Question first = curriculum.questions().getFirst();
    return new Row(
        name,
        adapter.onto(base, form).length / 1e6,
        examination.micros(0.5),
        examination.micros(0.99),
        Figures.of(first, Choice.all(examination, first, 0), 1).macroF1());
  }

  private static Row wrapped(Curriculum curriculum) {
    EmbeddingModel model =
        switch (curriculum.lang()) {
          case ZH -> new BgeSmallZhV15EmbeddingModel();
          case EN -> new BgeSmallEnV15EmbeddingModel();
        };
    List<String> texts = curriculum.held().stream().map(Exercise::text).toList();
    texts.stream().limit(WARM).forEach(model::embed);
    long[] nanos = new long[texts.size()];
    for (int at = 0; at < nanos.length; at++) {
      long begun = System.nanoTime();
      var _ = model.embed(texts.get(at));
      nanos[at] = System.nanoTime() - begun;
    }
    Arrays.sort(nanos);
    return new Row(
        "langchain4j, encoder alone",
        -1,
        nanos[nanos.length / 2] / 1_000,
        nanos[(int) (0.99 * (nanos.length - 1))] / 1_000,
        -1);
  }

  /** A table for people. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("form                           MB   p50 ms   p99 ms  macro-F1");
    for (Row row : rows) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-26s %6s %8.2f %8.2f %9s",
              row.form(),
              row.megabytes() < 0 ? "" : String.format(Locale.ROOT, "%.1f", row.megabytes()),
              row.p50Micros() / 1e3,
              row.p99Micros() / 1e3,
              row.macroF1() < 0 ? "" : String.format(Locale.ROOT, "%.3f", row.macroF1())));
    }
    return lines;
  }
}
