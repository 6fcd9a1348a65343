package io.heyue.bench;

import io.heyue.bench.Figure.Baseline;
import io.heyue.bench.Figure.Target;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.line.TelephoneCall;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.Transport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Calls begun at a rate, answered by another process, and hung up once they are up. */
final class PhoneSetup {
  private static final int FIRST_PORT = 20_000;

  /** What is called first is not counted: both processes are cold. */
  private static final int WARMING = 200;

  private final double rate;
  private final int count;
  private final long seed;
  private final PrintWriter out;

  PhoneSetup(double rate, Duration length, long seed, PrintWriter out) {
    this.out = out;
    this.rate = rate;
    this.count = (int) Math.max(1, rate * length.toMillis() / 1_000);
    this.seed = seed;
  }

  List<Figure> measure() {
    PhoneSide warm = new PhoneSide();
    PhoneSide side = new PhoneSide();
    try (PeerProcess peer = PeerProcess.start(seed);
        Telephone telephone = side.open(FIRST_PORT, seed)) {
      var _ = calls(telephone, peer, warm, WARMING, new Delays());
      Delays delays = new Delays();
      double ours = PhoneLoad.busy();
      double theirs = peer.busy().toNanos();
      double perSecond = calls(telephone, peer, side, count, delays);
      double ourMillis = (PhoneLoad.busy() - ours) / 1e6 / count;
      double theirMillis = (peer.busy().toNanos() - theirs) / 1e6 / count;
      side.why.forEach((how, times) -> out.println("Not up: " + how + ", " + times));
      return List.of(
          figure(
              "calls set up and ended",
              perSecond,
              "/s",
              new Baseline("wanted", rate),
              Optional.empty()),
          figure(
              "calls failed",
              count - side.up.get(),
              "",
              new Baseline("set up", side.up.get()),
              Target.atMost(0)),
          figure(
              "processors for a call, ours",
              ourMillis,
              "ms",
              new Baseline("theirs", theirMillis),
              Optional.empty()),
          figure(
              "INVITE to ACK, p99",
              delays.milliseconds(0.99),
              "ms",
              new Baseline("p50", delays.milliseconds(0.5)),
              Optional.empty()),
          figure(
              "INVITE to ACK, longest",
              delays.longest(),
              "ms",
              new Baseline("p50", delays.milliseconds(0.5)),
              Optional.empty()));
    }
  }

  private Figure figure(
      String what, double value, String unit, Baseline baseline, Optional<Target> target) {
    return new Figure("phone", what, count, value, unit, baseline, target);
  }

  private double calls(
      Telephone telephone, PeerProcess peer, PhoneSide side, int number, Delays delays) {
    Telephone.Manner manner =
        new Telephone.Manner(
            telephone.address(Transport.UDP),
            Optional.empty(),
            Secrecy.WHERE_OFFERED,
            PhoneSide.PATIENCE);
    long begun = System.nanoTime();
    try {
      for (int made = 0; made < number; made++) {
        long due = begun + (long) (made * 1e9 / rate);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        CompletableFuture<TelephoneCall> call = new CompletableFuture<>();
        long dialled = System.nanoTime();
        call.complete(
            telephone.call(
                peer.address(),
                manner,
                side.new Counting() {
                  @Override
                  public void up() {
                    delays.record(System.nanoTime() - dialled);
                    super.up();
                    var _ = call.thenAccept(TelephoneCall::hangUp);
                  }
                }));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    PhoneLoad.await(() -> side.ended.get() >= number);
    return side.ended.get() * 1e9 / (System.nanoTime() - begun);
  }
}
