package io.heyue.bench;

import io.heyue.bench.Figure.Baseline;
import io.heyue.bench.Figure.Target;
import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Companding;
import io.heyue.voice.hear.HearingSettings;
import io.heyue.voice.line.PhoneListener;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.line.TelephoneCall;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.Transport;
import io.heyue.voice.speech.Espeak;
import io.heyue.voice.speech.Mouth;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * How soon we reply: from the last packet of theirs that holds speech to the first of ours that
 * does, as captured on the wire, and what of it each stage takes.
 */
final class PhoneReply {
  private static final int CALLERS = 30_000;
  private static final int PORTS = 20;
  private static final int KEPT = 50;
  private static final long SLOW = 1_100_000_000;
  private static final int SECONDS_EACH = 15;

  private final Lang lang;
  private final int count;
  private final int atOnce;
  private final long seed;
  private final PrintWriter out;

  private final Spread whole = new Spread();
  private final Map<String, Spread> stages = new TreeMap<>();
  private final Map<String, Spread> patience = new TreeMap<>();
  private final Map<String, Spread> byReason = new TreeMap<>();
  private final Map<String, Spread> byMouth = new TreeMap<>();
  private final Map<String, Integer> slow = new TreeMap<>();
  private int ports;
  private int cutIn;
  private int unanswered;
  private int unmeasured;

  PhoneReply(Lang lang, int count, int atOnce, long seed, PrintWriter out) {
    this.lang = lang;
    this.count = count;
    this.atOnce = atOnce;
    this.seed = seed;
    this.out = out;
  }

  List<Figure> measure(Recogniser recogniser) {
    Mouth kept = new Mouth(voice(), Companding.RATE, KEPT);
    Mouth anew = new Mouth(voice(), Companding.RATE, 0);
    ReplyScript script = ReplyScript.of(lang);
    var _ = kept.say(script.reply(), lang);
    List<WirePacket> packets;
    Delays bare;
    List<Line> lines = new ArrayList<>();
    try (BareTimer timer = BareTimer.start();
        TalkingSide side = new TalkingSide(recogniser, seed);
        WireCapture wire = WireCapture.start(TalkingSide.FIRST_PORT, TalkingSide.LAST_PORT)) {
      lines.addAll(called(side, kept, "reply kept", count - count / 2));
      lines.addAll(called(side, anew, "reply made anew", count / 2));
      bare = timer.stopped();
      packets = wire.stopped();
    }
    for (Line line : lines) {
      judge(
          line,
          WireSpeech.of(packets, packet -> line.has(packet.from())),
          WireSpeech.of(packets, packet -> line.has(packet.to())));
    }
    return figures(bare);
  }

  private static Espeak voice() {
    return new Espeak("espeak-ng", 165);
  }

  /** A call that is over. */
  private record Line(ReplyCall call, String mouth, int port) {
    boolean has(int other) {
      return other >= port && other < port + PORTS;
    }
  }

  /** Some calls at once, each with a caller of its own. */
  private List<Line> called(TalkingSide side, Mouth mouth, String name, int turns) {
    List<CompletableFuture<Line>> running = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int line = 0; line < atOnce; line++) {
        int some = turns * (line + 1) / atOnce - turns * line / atOnce;
        int port = CALLERS + ports++ * PORTS;
        if (some > 0) {
          running.add(
              CompletableFuture.supplyAsync(() -> line(side, mouth, name, some, port), threads));
        }
      }
    }
    out.println(
        "%s, %d turns, they speak by %s, load %s"
            .formatted(
                name, turns, ReplyCall.theirVoice(lang).name(), Report.number(Report.loadNow())));
    out.flush();
    return running.stream().map(CompletableFuture::join).toList();
  }

  private Line line(TalkingSide side, Mouth mouth, String name, int turns, int port) {
    try (Telephone caller = new PhoneSide().open(port, port + PORTS - 1, seed + port)) {
      return new Line(held(side, caller, mouth, turns, new Random(seed + port)), name, port);
    }
  }

  /** A call to its end. */
  static ReplyCall held(
      TalkingSide side, Telephone telephone, Mouth mouth, int turns, Random random) {
    CompletableFuture<TelephoneCall> theirs = new CompletableFuture<>();
    telephone.open(
        Secrecy.WHERE_OFFERED,
        PhoneSide.PATIENCE,
        _ ->
            Optional.of(
                new Telephone.Taking() {
                  @Override
                  public PhoneListener listener() {
                    return new PhoneSide().new Counting();
                  }

                  @Override
                  public void comes(TelephoneCall call) {
                    theirs.complete(call);
                    call.accept();
                  }
                }));
    ReplyCall call = new ReplyCall(ReplyScript.of(side.lang()), turns, random, theirs::join);
    if (turns == 0) {
      return call;
    }
    try {
      var _ =
          call.begin(side, telephone.address(Transport.UDP), mouth)
              .get((long) SECONDS_EACH * turns + 30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("A call didn't come to its end.", e);
    }
    return call;
  }

  private void judge(Line line, WireSpeech theirs, WireSpeech ours) {
    unanswered += line.call().unanswered();
    for (ReplyTurn turn : line.call().turns()) {
      OptionalLong end = theirs.last(turn.made);
      OptionalLong begin = ours.first(turn.made);
      if (!turn.complete() || end.isEmpty() || begin.isEmpty() || end.getAsLong() < turn.began) {
        unmeasured++;
        continue;
      }
      // They were still to speak on when we began.
      if (theirs.first(begin.getAsLong() - 20_000_000).stream()
          .anyMatch(at -> at < begin.getAsLong() + 100_000_000)) {
        cutIn++;
        continue;
      }
      measured(turn, line.mouth(), end.getAsLong(), begin.getAsLong());
    }
  }

  private void measured(ReplyTurn turn, String mouth, long end, long begin) {
    whole.addNanos(begin - end);
    if (begin - end > SLOW) {
      slow.merge(
          "'%s' heard as '%s', %s".formatted(turn.answer, turn.words, turn.reason),
          1,
          Integer::sum);
    }
    spread(byMouth, mouth).addNanos(begin - end);
    spread(byReason, turn.reason).addNanos(begin - end);
    spread(patience, turn.reason).add(turn.patience);
    stage("1 silence noticed", turn.silent - end);
    stage("2 turn over", turn.over - turn.silent);
    stage("3 words waited for", turn.said - turn.over);
    stage("4 answer decided", 0);
    stage("5 audio made, " + mouth, turn.made - turn.said);
    stage("6 first packet", begin - turn.made);
    stage("words final after silence noticed", turn.understood - turn.silent);
  }

  private void stage(String name, long nanos) {
    spread(stages, name).addNanos(nanos);
  }

  private static Spread spread(Map<String, Spread> all, String name) {
    return all.computeIfAbsent(name, _ -> new Spread());
  }

  private List<Figure> figures(Delays bare) {
    slow.forEach((what, times) -> out.println("slow, %d times: %s".formatted(times, what)));
    List<Figure> figures = new ArrayList<>();
    String which = lang.code() + " ";
    double silence = HearingSettings.usual().silence().toMillis();
    for (double share : new double[] {0.5, 0.95}) {
      Baseline timer = new Baseline("bare timer late", bare.milliseconds(share));
      Optional<Target> target = Target.atMost(share == 0.5 ? 700 : 1_100);
      figures.add(row(which + "reply", whole, share, timer, target));
      byMouth.forEach((name, all) -> figures.add(row(which + name, all, share, timer, target)));
      stages.forEach((name, all) ->
          figures.add(
              row(
                  which + name,
                  all,
                  share,
                  name.startsWith("1") ? new Baseline("silence waited for", silence) : timer,
                  Optional.empty())));
      byReason.forEach((name, all) ->
          figures.add(
              row(
                  which + "reply, " + name,
                  all,
                  share,
                  new Baseline("silence waited for", spread(patience, name).at(0.5)),
                  Optional.empty())));
    }
    figures.add(told(which + "turns cut in on", cutIn));
    figures.add(told(which + "answers without a turn", unanswered));
    figures.add(told(which + "turns not measured", unmeasured));
    return figures;
  }

  private static Figure row(
      String what, Spread all, double share, Baseline baseline, Optional<Target> target) {
    return PhoneBarge.figure(
        "%s, p%d".formatted(what, Math.round(share * 100)),
        all.count(),
        all.at(share),
        "ms",
        baseline,
        target);
  }

  private Figure told(String what, int value) {
    return PhoneBarge.figure(what, count, value, "", new Baseline("all", count), Target.atMost(0));
  }
}
