package io.heyue.voice.line;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What all parts of an exchange share. Thread-safe if its parts are.
 *
 * @param threads where mailboxes run
 * @param notes what went wrong and belongs to no call, a line each; without anybody's number
 */
record ExchangeWorks(
    Trunks trunks,
    Dialling dialling,
    Timers timers,
    InstantSource clock,
    Executor threads,
    Consumer<String> notes) {
  Mailbox mailbox() {
    return new Mailbox(threads, thrown -> notes.accept("A trunk's step failed: " + thrown));
  }
}
