package io.heyue.voice.recognise.sherpa;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.nio.file.Path;

/** Fills in a configuration; what isn't set stays zero, for which the library has its defaults. */
final class Configuration {
  /** Samples a second that models are trained on; the library converts ours. */
  private static final int RATE = 16_000;

  private static final int DIMENSIONS = 80;

  private final Arena arena;
  private final StructLayout struct;
  private final MemorySegment memory;

  Configuration(Arena arena, StructLayout struct, Path tokens, int threads) {
    this.arena = arena;
    this.struct = struct;
    this.memory = arena.allocate(struct);
    set("feat_config.sample_rate", RATE);
    set("feat_config.feature_dim", DIMENSIONS);
    set("model_config.tokens", tokens.toString());
    set("model_config.num_threads", threads);
    set("model_config.provider", "cpu");
    set("decoding_method", "greedy_search");
  }

  void set(String path, int number) {
    memory.set(JAVA_INT, Structs.offset(struct, path), number);
  }

  void set(String path, String text) {
    memory.set(ADDRESS, Structs.offset(struct, path), arena.allocateFrom(text));
  }

  MemorySegment memory() {
    return memory;
  }
}
