package io.heyue.voice.line;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What all calls share. Thread-safe if its parts are.
 *
 * @param threads where mailboxes run
 * @param faults what was thrown where nothing should be
 * @param random by which two who wanted something at once wait differently long
 */
record CallWorks(
    Timers timers, Executor threads, Consumer<Throwable> faults, RandomGenerator random) {
  /** How long to wait after both wanted something at once (RFC 3261, 14.1). */
  Duration glare(boolean weCalled) {
    return Duration.ofMillis(
        weCalled ? 2_100 + random.nextInt(190) * 10 : random.nextInt(201) * 10);
  }
}
