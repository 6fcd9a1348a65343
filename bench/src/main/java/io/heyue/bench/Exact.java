package io.heyue.bench;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15.BgeSmallEnV15EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15.BgeSmallZhV15EmbeddingModel;
import io.heyue.brain.model.Adapter;
import io.heyue.brain.model.Form;
import io.heyue.brain.model.Skill;
import io.heyue.brain.model.Weights;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What our eight-bit models are held against. */
final class Exact {
  private Exact() {}

  /** Writes our models into {@code folder}, in numbers as exact as they were trained. */
  static void write(Path data, Path folder) {
    try {
      for (Lang lang : Lang.values()) {
        Adapter adapter = Adapter.read(Skill.SPEECH.adapter(data, lang));
        Files.write(
            Skill.SPEECH.model(folder, lang), adapter.onto(Weights.published(lang), Form.EXACT));
      }
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** The published encoder through the wrapper that others use; it knows no intents. */
  static EmbeddingModel wrapped(Lang lang) {
    return switch (lang) {
      case ZH -> new BgeSmallZhV15EmbeddingModel();
      case EN -> new BgeSmallEnV15EmbeddingModel();
    };
  }
}
