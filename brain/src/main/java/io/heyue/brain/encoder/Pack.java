package io.heyue.brain.encoder;

import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Provenance;
import java.nio.file.Path;

/** Everything loaded for one language. Thread-safe. */
record Pack(
    SpeechModel model,
    Mandarin mandarin,
    Questions questions,
    IntentReader intents,
    EmotionReader emotions,
    Provenance provenance)
    implements AutoCloseable {

  static Pack open(Path dataFolder, Path modelsFolder, Lexicon lexicon) {
    Path folder = LexiconReader.folderOf(dataFolder, lexicon.lang());
    FeelingReader feelings = FeelingReader.open(folder, reach(lexicon.lang()));
    RiskReader risks = RiskReader.open(folder, feelings.fate());
    SpeechModel model = SpeechModel.open(lexicon.lang(), modelsFolder);
    return new Pack(
        model,
        Mandarin.read(dataFolder, lexicon.lang()),
        Questions.read(folder),
        new IntentReader(lexicon, PlainAnswer.open(folder), risks),
        new EmotionReader(feelings),
        new Provenance(model.name(), lexicon.hash()));
  }

  /** How many characters before a word of feeling still belong to it. */
  private static int reach(Lang lang) {
    return switch (lang) {
      case ZH -> 4;
      case EN -> 14;
    };
  }

  @Override
  public void close() {
    model.close();
  }
}
