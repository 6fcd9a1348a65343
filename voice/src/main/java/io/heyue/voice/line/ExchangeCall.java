package io.heyue.voice.line;

import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.media.Playback;
import io.heyue.voice.media.PlaybackId;
import io.heyue.voice.rtp.Key;
import io.heyue.voice.sip.SipAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A call to somebody's number, by whichever trunk: of several only the last is ever answered. */
public final class ExchangeCall implements PhoneCall {
  private static final int ANSWERED = 200;
  private static final int SILENT = 408;

  private final Exchange exchange;
  private final PhoneNumber to;
  private final PhoneNumber from;
  private final PhoneListener listener;

  /** Trunks that were tried, in order. */
  private final List<String> tried = new ArrayList<>();

  /** What was to be played or not before anybody's phone rang: the next trunk is told it too. */
  private final List<Consumer<PhoneCall>> early = new ArrayList<>();

  private @Nullable PhoneCall line;
  private boolean unwanted;
  private boolean rang;

  ExchangeCall(Exchange exchange, PhoneNumber to, PhoneNumber from, PhoneListener listener) {
    this.exchange = exchange;
    this.to = to;
    this.from = from;
    this.listener = listener;
  }

  /** Tries a trunk of which a channel was taken; whether it could be dialled. */
  synchronized boolean begin(Trunk trunk) {
    // What is told from now on waits for this to be over, in threads of its own.
    ExchangeTry attempt = new ExchangeTry(this, trunk, listener);
    tried.add(trunk.name());
    PhoneCall dialled = exchange.dial(trunk, to, from, attempt);
    if (dialled == null) {
      tried.removeLast();
      return false;
    }
    line = dialled;
    early.forEach(told -> told.accept(dialled));
    return true;
  }

  /** Trunks by which it was tried, by name, in order; the last is the one that counts. */
  public synchronized List<String> tried() {
    return List.copyOf(tried);
  }

  /** From now on it stays with this trunk. */
  synchronized void rang() {
    rang = true;
    early.clear();
  }

  /** A try is over: the next trunk is tried, or the call ended with it. */
  void ended(ExchangeTry attempt, Ending ending, boolean elsewhere) {
    Trunk trunk = attempt.trunk();
    exchange.free(trunk);
    if (!Failover.silent(ending) || attempt.rang()) {
      judged(attempt, ending, elsewhere);
      return;
    }
    var _ =
        exchange
            .hears()
            .whenComplete((hears, _) -> {
              if (Boolean.TRUE.equals(hears)) {
                judged(attempt, ending, elsewhere);
              } else {
                // We don't hear: neither is the trunk to blame, nor do we know whether it rang.
                attempt.last(ending, false);
              }
            });
  }

  private void judged(ExchangeTry attempt, Ending ending, boolean elsewhere) {
    Failover.sign(ending, attempt.rang())
        .ifPresent(good -> {
          int silence = good ? ANSWERED : SILENT;
          int status = ending.status() == 0 ? silence : ending.status();
          exchange.watch(attempt.trunk()).sign(status, good);
        });
    if (another(ending, elsewhere)) {
      return;
    }
    if (elsewhere && over()) {
      attempt.last(Ending.of(Ending.How.CANCELLED), false);
    } else {
      attempt.last(ending, elsewhere && !attempt.rang());
    }
  }

  /** Whether we hung up between two trunks, so that no trunk's end says how it ended. */
  private synchronized boolean over() {
    return unwanted && !rang;
  }

  private synchronized boolean another(Ending ending, boolean elsewhere) {
    if (!Failover.another(ending, elsewhere, rang, unwanted) || exchange.drains()) {
      return false;
    }
    return switch (exchange.search(from, Set.copyOf(tried))) {
      case Trunks.Search.None _ -> false;
      case Trunks.Search.Found found -> begin(found.trunk());
    };
  }

  private synchronized PhoneCall line() {
    PhoneCall now = line;
    if (now == null) {
      throw new IllegalStateException("Nobody was called.");
    }
    return now;
  }

  /** Before it rings anywhere it may be passed to another trunk, which plays the same. */
  @Override
  public synchronized PlaybackId play(Playback playback) {
    PlaybackId id = line().play(playback);
    if (!rang) {
      early.add(call -> call.play(playback));
    }
    return id;
  }

  @Override
  public synchronized void flush() {
    line().flush();
    if (!rang) {
      early.add(PhoneCall::flush);
    }
  }

  @Override
  public void press(Key key, Duration held) {
    line().press(key, held);
  }

  @Override
  public void hold(boolean on) {
    line().hold(on);
  }

  @Override
  public void transfer(SipAddress next) {
    line().transfer(next);
  }

  /** Ends it, wherever it stands; no other trunk is tried any more. */
  @Override
  public synchronized void hangUp() {
    unwanted = true;
    line().hangUp();
  }

  /** Without anybody's number. */
  @Override
  public synchronized String toString() {
    return tried.stream().collect(Collectors.joining(", ", "ExchangeCall[", "]"));
  }
}
