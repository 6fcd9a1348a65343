package io.heyue.brain.encoder;

import io.heyue.core.understanding.Provenance;
import java.nio.file.Path;

/** Everything loaded for one language. Thread-safe. */
record Pack(SentenceEncoder encoder, IntentReader intents, Provenance provenance)
    implements AutoCloseable {

  static Pack open(Path headsFolder, Lexicon lexicon) {
    SentenceEncoder encoder = SentenceEncoder.open(lexicon.lang());
    Heads heads = HeadTrainer.fresh(headsFolder, lexicon, encoder);
    return new Pack(
        encoder,
        new IntentReader(lexicon, heads, encoder),
        new Provenance(
            encoder.name()
                + "@"
                + encoder.hash().substring(0, 12)
                + "+heads@"
                + heads.key().substring(0, 12),
            lexicon.hash()));
  }

  @Override
  public void close() {
    encoder.close();
  }
}
