package io.heyue.learn;

import io.heyue.brain.encoder.EdgeVocabulary;
import io.heyue.brain.encoder.SpeechSchooling;
import io.heyue.brain.model.Adapter;
import io.heyue.brain.model.Form;
import io.heyue.brain.model.Skill;
import io.heyue.brain.model.Weights;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the model of a language small enough for a device at the edge: eight-bit integers
 * throughout, and rows only for the tokens that people use.
 */
final class EdgeBuild {
  private EdgeBuild() {}

  /**
   * @param data whose {@code models} holds what was learned
   * @return the file, in {@code folder}
   */
  static Path write(Path data, Lang lang, Path folder) throws IOException {
    Form form = new Form(true, EdgeVocabulary.of(SpeechSchooling.read(data, lang), lang));
    byte[] model =
        Adapter.read(Skill.SPEECH.adapter(data, lang)).onto(Weights.published(lang), form);
    Path file = Skill.SPEECH.model(Files.createDirectories(folder), lang);
    return Files.write(file, model);
  }
}
