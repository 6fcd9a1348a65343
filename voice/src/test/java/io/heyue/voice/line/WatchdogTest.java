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
  private boolean may = true;
  private int asked;
  private int anew;

  private final Watchdog watchdog =
      new Watchdog(
          new Watchdog.Watched() {
            @Override
            public CompletableFuture<Boolean> hears() {
              asked++;
              return hears ? CompletableFuture.completedFuture(true) : new CompletableFuture<>();
            }

            @Override
            public void beginAnew() {
              anew++;
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
    time.pass(Duration.ofSeconds(17));
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

  @Test
  void whatCannotBeginAnewIsTriedAgain() {
    may = false;
    hears = false;
    watchdog.begin();
    time.pass(Duration.ofSeconds(36));
    assertThat(anew).isEqualTo(2);
    assertThat(notes)
        .contains("It can't begin anew: io.heyue.voice.sip.SipFailure: The port is taken.");
    watchdog.close();
    time.pass(Duration.ofMinutes(1));
    assertThat(anew).isEqualTo(2);
  }
}
