package io.heyue.brain.encoder;

import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Provenance;
import java.nio.file.Path;

/** Everything loaded for one language. Thread-safe. */
record Pack(
    SentenceEncoder encoder, IntentReader intents, FeelingReader feelings, Provenance provenance)
    implements AutoCloseable {

  static Pack open(Path dataFolder, Path headsFolder, Lexicon lexicon) {
    Path folder = LexiconReader.folderOf(dataFolder, lexicon.lang());
    FeelingReader feelings = FeelingReader.open(folder, reach(lexicon.lang()));
    RiskReader risks = RiskReader.open(folder, feelings.fate());
    SentenceEncoder encoder = SentenceEncoder.open(lexicon.lang());
    Heads heads = HeadTrainer.fresh(headsFolder, lexicon, encoder);
    String model = encoder.name() + "@" + brief(encoder.hash()) + "+heads@" + brief(heads.key());
    return new Pack(
        encoder,
        new IntentReader(lexicon, heads, encoder, PlainAnswer.open(folder), risks),
        feelings,
        new Provenance(model, lexicon.hash()));
  }

  /** How many characters before a word of feeling still belong to it. */
  private static int reach(Lang lang) {
    return switch (lang) {
      case ZH -> 4;
      case EN -> 14;
    };
  }

  private static String brief(String hash) {
    return hash.substring(0, 12);
  }

  @Override
  public void close() {
    encoder.close();
  }
}
