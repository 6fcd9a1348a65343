package io.heyue.voice.media;

/** Where faults go that no stream can be told of: to whoever looks after threads. */
final class Faults {
  private Faults() {}

  static void tell(Throwable fault) {
    Thread thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
  }
}
