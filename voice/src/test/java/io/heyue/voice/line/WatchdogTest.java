package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.sip.SipFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  private final VirtualTimers time = new VirtualTimers();
  private final List<String> notes = new ArrayList<>();
  private boolean hears = true;
  private boolean dies;

  /** After so long it is told that something was heard; never where it is zero. */
  private Duration late = Duration.ZERO;

  private boolean may = true;
  private int asked;
  private int anew;

  private final Watchdog watchdog =
      new Watchdog(
          new Watchdog.Watched() {
            @Override
            public CompletableFuture<Boolean> hears() {
              asked++;
              CompletableFuture<Boolean> told = new CompletableFuture<>();
              if (hears) {
                told.complete(true);
              } else if (!late.isZero()) {
                var _ = time.after(late, () -> told.complete(true));
              }
              return told;
            }

            @Override
            public void beginAnew() {
              anew++;
              if (dies) {
                throw new OutOfMemoryError("no thread can be made");
              }
              if (!may) {
                throw new SipFailure("The port is taken.");
              }
              hears = true;
            }
          },
          Watchdog.Watch.USUAL,
          time,
          new Mailbox(Runnable::run, _ -> {}),
          notes::add);

  @Test
  void whoHearsIsAskedNowAndThenAndLeftAlone() {
    watchdog.begin();
    time.pass(Duration.ofMinutes(1));
    assertThat(asked).isEqualTo(6);
    assertThat(anew).isZero();
  }

  @Test
  void whoDoesNotAnswerTwiceBeginsAnew() {
    watchdog.begin();
    hears = false;
    time.pass(Duration.ofSeconds(21));
    assertThat(anew).isZero();
    time.pass(Duration.ofSeconds(1));
    assertThat(anew).isEqualTo(1);
    assertThat(notes).hasSize(1);
    time.pass(Duration.ofMinutes(1));
    assertThat(anew).isEqualTo(1);
  }

  @Test
  void oneQuestionWithoutAnAnswerEndsNoCalls() {
    watchdog.begin();
    hears = false;
    time.pass(Duration.ofSeconds(13));
    hears = true;
    time.pass(Duration.ofMinutes(1));
    assertThat(anew).isZero();
  }

  /** Whoever waited in vain for an answer may tell only then that much else was heard. */
  @Test
  void whoIsBusyAndTellsSoLateIsLeftAlone() {
    watchdog.begin();
    hears = false;
    late = Duration.ofMillis(4_500);
    time.pass(Duration.ofMinutes(2));
    assertThat(asked).isGreaterThan(5);
    assertThat(anew).isZero();
  }

  /** As where memory has run out for a moment. */
  @Test
  void anErrorEndsNoWatch() {
    may = false;
    hears = false;
    dies = true;
    watchdog.begin();
    time.pass(Duration.ofSeconds(22));
    assertThat(anew).isEqualTo(1);
    dies = false;
    may = true;
    time.pass(Duration.ofSeconds(22));
    assertThat(anew).isEqualTo(2);
  }

  @Test
  void whatCannotBeginAnewIsTriedAgain() {
    may = false;
    hears = false;
    watchdog.begin();
    time.pass(Duration.ofSeconds(44));
    assertThat(anew).isEqualTo(2);
    assertThat(notes)
        .contains("It can't begin anew: io.heyue.voice.sip.SipFailure: The port is taken.");
    watchdog.close();
    time.pass(Duration.ofMinutes(1));
    assertThat(anew).isEqualTo(2);
  }
}
