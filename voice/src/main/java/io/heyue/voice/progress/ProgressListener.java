package io.heyue.voice.progress;

/** Is told what becomes of a call, by the thread that feeds it; it must not block. */
@FunctionalInterface
public interface ProgressListener {
  void came(Progress progress);
}
