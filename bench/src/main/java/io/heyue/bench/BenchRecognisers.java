package io.heyue.bench;

import io.heyue.core.base.Lang;
import io.heyue.voice.models.ModelFolders;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.recognise.grammar.GrammarRecogniser;
import io.heyue.voice.recognise.moonshine.Moonshine;
import java.nio.file.Path;

/** The recognisers that need nothing but this machine. */
final class BenchRecognisers {
  private BenchRecognisers() {}

  /** Opens that of a language; it is the caller's to close. */
  static Recogniser open(Lang lang) {
    ModelFolders models =
        ModelFolders.of(System.getenv(), Path.of(System.getProperty("user.home")));
    int cores = Runtime.getRuntime().availableProcessors();
    return switch (lang) {
      case EN -> Moonshine.open(models.get(Moonshine.ID), cores);
      case ZH -> GrammarRecogniser.open(models.get(GrammarRecogniser.FOLDER), cores);
    };
  }
}
