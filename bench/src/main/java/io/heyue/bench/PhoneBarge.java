package io.heyue.bench;

import io.heyue.bench.Figure.Baseline;
import io.heyue.bench.Figure.Target;
import io.heyue.voice.audio.Companding;
import io.heyue.voice.hear.HearingSettings;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.speech.Espeak;
import io.heyue.voice.speech.Mouth;
import io.heyue.voice.talk.TalkEnd;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * How soon we fall silent when somebody speaks over us, on the wire: from the first packet of a
 * softphone that holds speech to the last of ours that does. And whether we go on after "okay".
 */
final class PhoneBarge {
  private static final int SOFTPHONES = 26_000;
  private static final int STOPS = 5;
  private static final int NODS = 2;

  /** They are silent for longer between what they say, and for less within it. */
  private static final long BETWEEN = 1_500_000_000L;

  /** Nobody pauses for so long within our sentence. */
  private static final long FELL_SILENT = 300_000_000L;

  private final int stops;
  private final int atOnce;
  private final long seed;
  private final Path scratch;
  private final PrintWriter out;

  private final Spread silent = new Spread();
  private final Spread paused = new Spread();
  private int missed;
  private int wished;
  private int heeded;
  private int nods;
  private int falseStops;
  private int completed;

  PhoneBarge(int stops, int atOnce, long seed, Path scratch, PrintWriter out) {
    this.stops = stops;
    this.atOnce = atOnce;
    this.seed = seed;
    this.scratch = scratch;
    this.out = out;
  }

  /** A call and who is called. */
  private record Running(BargeCall call, Softphone phone, CompletableFuture<TalkEnd> end) {}

  List<Figure> measure(Recogniser recogniser) {
    Random random = new Random(seed);
    Mouth mouth = new Mouth(new Espeak("espeak-ng", 150), Companding.RATE, 20);
    List<Running> all = new ArrayList<>();
    List<WirePacket> packets;
    Delays bare;
    try (BareTimer timer = BareTimer.start();
        TalkingSide side = new TalkingSide(recogniser, seed);
        WireCapture wire = WireCapture.start(TalkingSide.FIRST_PORT, TalkingSide.LAST_PORT)) {
      for (int left = stops; left > 0; ) {
        List<Running> round = new ArrayList<>();
        for (int line = 0; line < atOnce && left > 0; line++) {
          int some = Math.min(STOPS, left);
          left -= some;
          BargeCall call = new BargeCall(BargeCall.Plan.usual(some, NODS), random);
          round.add(begun(call, all.size() + round.size(), side, mouth));
        }
        round.forEach(PhoneBarge::await);
        all.addAll(round);
        out.println(
            "%d of %d interruptions tried, load %s"
                .formatted(stops - left, stops, Report.number(Report.loadNow())));
        out.flush();
      }
      bare = timer.stopped();
      packets = wire.stopped();
    }
    all.forEach(each -> judge(each, packets));
    return figures(bare);
  }

  private Running begun(BargeCall call, int number, TalkingSide side, Mouth mouth) {
    try {
      Path folder = Files.createTempDirectory(scratch, "softphone-");
      Softphone phone = Softphone.start(folder, call.says(), SOFTPHONES + number % 40 * 20);
      return new Running(call, phone, call.begin(side, phone.address(), mouth));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(Running running) {
    try {
      var _ = running.end().get(running.call().says().length().toSeconds() + 60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("A call didn't come to its end.", e);
    } finally {
      running.phone().close();
    }
  }

  private void judge(Running running, List<WirePacket> packets) {
    WireSpeech theirs = WireSpeech.of(packets, packet -> running.phone().speaksFrom(packet.from()));
    WireSpeech ours = WireSpeech.of(packets, packet -> running.phone().speaksFrom(packet.to()));
    List<Long> onsets = theirs.onsets(BETWEEN);
    List<BargeCall.Cut> cuts = running.call().cuts();
    if (onsets.size() != cuts.size()) {
      out.println(
          "A call of %d cuts shows %d on the wire; it isn't counted."
              .formatted(cuts.size(), onsets.size()));
      return;
    }
    for (int each = 0; each < cuts.size(); each++) {
      long from = onsets.get(each);
      long to = each + 1 < onsets.size() ? onsets.get(each + 1) : Long.MAX_VALUE;
      List<BargeCall.Outcome> between =
          running.call().outcomes().stream()
              .filter(outcome -> outcome.at() >= from && outcome.at() < to)
              .toList();
      judge(cuts.get(each), between, from, ours.stop(from, FELL_SILENT));
    }
  }

  private void judge(
      BargeCall.Cut cut,
      List<BargeCall.Outcome> outcomes,
      long from,
      Optional<WireSpeech.Stop> stop) {
    boolean turn = outcomes.stream().anyMatch(BargeCall.Outcome::turn);
    if (stop.isEmpty()) {
      missed++;
    } else if (cut.nod()) {
      nods++;
      falseStops += turn ? 1 : 0;
      boolean whole = !turn && outcomes.stream().anyMatch(BargeCall.Outcome::whole);
      completed += whole ? 1 : 0;
      if (whole && stop.get().end() != Long.MAX_VALUE) {
        paused.addNanos(stop.get().end() - stop.get().at());
      }
      if (turn) {
        out.println("'" + cut.words() + "' was heard as " + outcomes);
      }
    } else {
      wished++;
      heeded += turn ? 1 : 0;
      silent.addNanos(stop.get().at() - from);
    }
  }

  private List<Figure> figures(Delays bare) {
    double wait = HearingSettings.usual().interruption().toMillis();
    List<Figure> figures = new ArrayList<>();
    for (double share : new double[] {0.5, 0.95, 1}) {
      String name = share == 1 ? "longest" : "p" + Math.round(share * 100);
      figures.add(
          figure(
              "barge-in, silent after, " + name,
              silent.count(),
              silent.at(share),
              "ms",
              new Baseline("speech waited for", wait),
              Target.atMost(250)));
    }
    figures.add(
        figure(
            "interruptions that became turns",
            wished,
            heeded,
            "",
            new Baseline("all", wished),
            Target.atLeast(wished)));
    figures.add(
        figure(
            "backchannels that cut our sentence",
            nods,
            falseStops,
            "",
            new Baseline("all", nods),
            Target.atMost(0)));
    figures.add(
        figure(
            "backchannels, sentence completed",
            nods,
            completed,
            "",
            new Baseline("all", nods),
            Target.atLeast(nods)));
    figures.add(
        figure(
            "backchannels, longest pause in it, p50",
            paused.count(),
            paused.at(0.5),
            "ms",
            new Baseline("silence that ends speech", HearingSettings.usual().silence().toMillis()),
            Optional.empty()));
    figures.add(
        figure(
            "cuts while we were silent",
            wished + nods + missed,
            missed,
            "",
            Baseline.none(),
            Optional.empty()));
    figures.add(
        figure(
            "bare timer late, p95",
            bare.count(),
            bare.milliseconds(0.95),
            "ms",
            new Baseline("p50", bare.milliseconds(0.5)),
            Optional.empty()));
    return figures;
  }

  static Figure figure(
      String what, long n, double value, String unit, Baseline baseline, Optional<Target> target) {
    return new Figure("phone", what, n, value, unit, baseline, target);
  }
}
