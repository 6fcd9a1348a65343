package io.heyue.voice.line;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The calls of a telephone that aren't over. Thread-safe. */
final class StandingCalls {
  /** The other side confirms within; a BYE that was lost was sent twice more by then. */
  private static final Duration CONFIRMS = Duration.ofMillis(1_600);

  /** Who was waited for no longer is told so within. */
  private static final Duration TOLD = Duration.ofMillis(400);

  private final Set<TelephoneCall> all = ConcurrentHashMap.newKeySet();
  private volatile boolean unwanted;

  /** One more, which was begun; it may be over by now. */
  void add(TelephoneCall call) {
    all.add(call);
    var _ = call.over().thenRun(() -> all.remove(call));
    if (unwanted) {
      call.hangUp();
    }
  }

  /**
   * Hangs up on all, and on those that are added from now on. Each that stood is told its end
   * before this returns: also where the other side confirms nothing, for which it waits two seconds
   * at most.
   */
  void hangUp() {
    unwanted = true;
    List<TelephoneCall> standing = List.copyOf(all);
    standing.forEach(TelephoneCall::hangUp);
    if (!over(standing, CONFIRMS)) {
      standing.forEach(StandingCalls::leave);
      var _ = over(standing, TOLD);
    }
  }

  /** Ends one that was hung up on, whatever the other side still has to say. */
  private static void leave(TelephoneCall hungUp) {
    Call call = hungUp.call();
    call.later(() -> {
      // Who confirmed nothing of a call that we took is told BYE by the first; then it is over.
      call.happened(CallEvent.NO_SIGN);
      call.happened(CallEvent.NO_SIGN);
    });
  }

  private static boolean over(List<TelephoneCall> calls, Duration within) {
    try {
      CompletableFuture.allOf(
              calls.stream().map(TelephoneCall::over).toArray(CompletableFuture<?>[]::new))
          .get(within.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("No call's end fails.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Passes on what a call tells, and knows when its end was told. */
  static final class Told implements CallListener {
    private final CallListener listener;
    private final KeyWays ways;
    private final CompletableFuture<Boolean> over = new CompletableFuture<>();

    /**
     * @param ways by which keys come; here they come as messages
     */
    Told(CallListener listener, KeyWays ways) {
      this.listener = listener;
      this.ways = ways;
    }

    CompletableFuture<Boolean> over() {
      return over;
    }

    @Override
    public void ringing() {
      listener.ringing();
    }

    @Override
    public void earlyAudio() {
      listener.earlyAudio();
    }

    @Override
    public void up() {
      listener.up();
    }

    @Override
    public void held(boolean held) {
      listener.held(held);
    }

    @Override
    public void holding(boolean on) {
      listener.holding(on);
    }

    @Override
    public void pressed(char key) {
      if (ways.byMessage(key)) {
        listener.pressed(key);
      }
    }

    @Override
    public void transfer(int status, boolean ended) {
      listener.transfer(status, ended);
    }

    @Override
    public void ended(Ending ending, boolean elsewhere) {
      try {
        listener.ended(ending, elsewhere);
      } finally {
        var _ = over.complete(true);
      }
    }
  }
}
