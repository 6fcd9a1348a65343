package io.heyue.bench;

import io.heyue.bench.Figure.Baseline;
import io.heyue.bench.Figure.Target;
import io.heyue.voice.hear.SpeechHub;
import io.heyue.voice.hear.SpeechHubFigures;
import io.heyue.voice.hear.SpeechModel;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.line.TelephoneCall;
import io.heyue.voice.media.Lateness;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Many calls at once between two processes on the loopback, speech both ways: first nobody listens
 * for who speaks, then {@link SpeechHub} does. Beside it a bare timer shows what the machine itself
 * makes late.
 */
final class PhoneLoad {
  private static final int FIRST_PORT = 20_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final int count;
  private final Duration length;
  private final double rate;
  private final long seed;
  private final PhoneSide side = new PhoneSide();
  private final List<TelephoneCall> calls = new ArrayList<>();
  private volatile boolean hearing;

  /**
   * @param count of calls
   * @param length of both halves together
   * @param rate calls begun in a second
   */
  PhoneLoad(int count, Duration length, double rate, long seed) {
    this.count = count;
    this.length = length;
    this.rate = rate;
    this.seed = seed;
  }

  /** What half of the time gave. */
  private record Half(Lateness lateness, Delays bare, double cores, double peerCores) {}

  List<Figure> measure() {
    short[] sentence = SpeechLoop.sentence(seed);
    List<Figure> figures = new ArrayList<>();
    try (PeerProcess peer = PeerProcess.start(seed);
        SpeechModel model = SpeechModel.load();
        SpeechHub hub = SpeechHub.start(model);
        Telephone telephone = side.open(FIRST_PORT, seed)) {
      double detector = detector(model, sentence);
      double perSecond = setUp(telephone, peer, hub, sentence);
      figures.add(
          figure("calls set up", side.up.get(), perSecond, "/s", "wanted", rate, Optional.empty()));
      double before = heap();
      Half deaf = half(telephone, peer);
      double middle = heap();
      hearing = true;
      SpeechHubFigures start = hub.figures();
      Half heard = half(telephone, peer);
      SpeechHubFigures end = hub.figures();
      hearing = false;
      double after = heap();
      calls.forEach(TelephoneCall::hangUp);
      await(() -> side.told.get() >= calls.size());
      long[] there = peer.end();
      figures.addAll(late("no VAD", deaf));
      figures.addAll(late("VAD", heard));
      figures.add(
          figure(
              "packets lost by us, and there",
              side.received.get(),
              side.lost.get(),
              "",
              "there, of " + there[0],
              there[1],
              Target.atMost(0)));
      figures.add(
          figure(
              "packets unsent; late for us",
              side.sent.get(),
              side.unsent.get(),
              "",
              "late",
              side.late.get(),
              Target.atMost(0)));
      figures.add(
          figure(
              "cores with VAD",
              count,
              heard.cores(),
              "",
              "no VAD",
              deaf.cores(),
              Optional.empty()));
      figures.add(
          figure("heap after GC, middle", count, middle, "MiB", "start", before, Optional.empty()));
      figures.add(
          figure("heap after GC, end", count, after, "MiB", "start", before, Optional.empty()));
      figures.addAll(hub(start, end, detector));
    }
    return figures;
  }

  /** Microseconds of a frame that is judged alone. */
  private static double detector(SpeechModel model, short[] sentence) {
    var detector = model.detector();
    Times times = new Times();
    short[] frame = new short[256];
    for (int at = 0; at < 3_000; at++) {
      System.arraycopy(sentence, at * 8 % (sentence.length - 256), frame, 0, 256);
      var _ = times.time(() -> detector.came(frame).isPresent());
    }
    return times.microseconds(0.5);
  }

  private double setUp(Telephone telephone, PeerProcess peer, SpeechHub hub, short[] sentence) {
    long begun = System.nanoTime();
    Telephone.Manner manner =
        new Telephone.Manner(
            telephone.address(Transport.UDP),
            Optional.empty(),
            Secrecy.WHERE_OFFERED,
            PhoneSide.PATIENCE);
    try {
      for (int number = 0; number < count; number++) {
        long due = begun + (long) (number * 1e9 / rate);
        await(() -> System.nanoTime() >= due);
        SpeechHub.Line line = hub.line((_, _) -> {});
        PhoneSide.Counting listener =
            side.new Counting() {
              private long begun = -1;

              @Override
              public void heard(short[] frame, long at) {
                if (hearing) {
                  begun = begun < 0 ? at : begun;
                  line.came(frame, at - begun);
                }
              }
            };
        TelephoneCall call = telephone.call(peer.address(), manner, listener);
        call.play(new SpeechLoop(sentence, number * 1_700));
        calls.add(call);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    await(() -> side.up.get() + side.failed.get() >= count);
    return side.up.get() * 1e9 / (System.nanoTime() - begun);
  }

  static void await(BooleanSupplier done) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!done.getAsBoolean() && System.nanoTime() < end) {
      java.util.concurrent.locks.LockSupport.parkNanos(200_000);
    }
  }

  private Half half(Telephone telephone, PeerProcess peer) {
    Lateness before = telephone.lateness();
    double peerBusy = peer.busy().toNanos();
    double busy = busy();
    long begun = System.nanoTime();
    BareTimer timer = BareTimer.start();
    long end = begun + length.dividedBy(2).toNanos();
    while (System.nanoTime() < end) {
      java.util.concurrent.locks.LockSupport.parkNanos(end - System.nanoTime());
    }
    Delays bare = timer.stopped();
    double wall = System.nanoTime() - begun;
    return new Half(
        telephone.lateness().since(before),
        bare,
        (busy() - busy) / wall,
        (peer.busy().toNanos() - peerBusy) / wall);
  }

  /** Time of processors that this process took, in nanoseconds. */
  static double busy() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  static double heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1048576.0;
  }

  private static List<Figure> late(String when, Half half) {
    Lateness late = half.lateness();
    Delays bare = half.bare();
    List<Figure> figures = new ArrayList<>();
    for (double share : new double[] {0.5, 0.99, 0.999}) {
      figures.add(
          figure(
              "send lateness, p%s, %s".formatted(Double.toString(share * 100), when),
              late.count(),
              late.percentile(share).toNanos() / 1e6,
              "ms",
              "bare timer",
              bare.milliseconds(share),
              share == 0.99 ? Target.atMost(5) : Optional.empty()));
    }
    figures.add(
        figure(
            "send lateness, longest, " + when,
            late.count(),
            late.max().toNanos() / 1e6,
            "ms",
            "bare timer",
            bare.longest(),
            Optional.empty()));
    return figures;
  }

  private static List<Figure> hub(SpeechHubFigures start, SpeechHubFigures end, double detector) {
    long scored = end.scored() - start.scored();
    long silent = end.silent() - start.silent();
    double micros = end.busy().minus(start.busy()).toNanos() / 1e3;
    return List.of(
        figure(
            "VAD, a frame that is judged",
            scored,
            micros / Math.max(1, scored),
            "µs",
            "judged alone",
            detector,
            Optional.empty()),
        figure(
            "VAD, frames in a batch",
            end.batches() - start.batches(),
            (double) scored / Math.max(1, end.batches() - start.batches()),
            "",
            "alone",
            1,
            Optional.empty()),
        figure(
            "VAD, longest tick",
            scored + silent,
            end.longest().toNanos() / 1e6,
            "ms",
            "tick",
            SpeechHub.TICK.toMillis(),
            Target.atMost(20)),
        figure(
            "VAD, frames judged", scored + silent, scored, "", "silent", silent, Optional.empty()));
  }

  private static Figure figure(
      String what,
      long n,
      Number value,
      String unit,
      String baseline,
      Number baselineValue,
      Optional<Target> target) {
    return new Figure(
        "phone",
        what,
        n,
        value.doubleValue(),
        unit,
        new Baseline(baseline, baselineValue.doubleValue()),
        target);
  }
}
