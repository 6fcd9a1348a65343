package io.heyue.voice.recognise.sherpa;

import java.lang.foreign.MemorySegment;

/** A loaded model: one that hears while it is said, or one that hears when all was said. */
sealed interface Engine extends AutoCloseable permits OnlineEngine, OfflineEngine {
  /** Begins an utterance. */
  MemorySegment begin();

  /** Hears more of an utterance. */
  void hear(MemorySegment utterance, short[] samples);

  /** What was understood up to now; empty where this kind can't tell yet. */
  String sofar(MemorySegment utterance);

  /** What was understood of all of it. */
  String finish(MemorySegment utterance);

  /** Forgets an utterance. */
  void end(MemorySegment utterance);

  @Override
  void close();
}
