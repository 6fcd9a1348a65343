package io.heyue.bench;

import io.heyue.core.base.Lang;
import io.heyue.sim.phone.Evening;
import io.heyue.voice.recognise.Recogniser;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The part of the command that measures the phone: each is long, and has the machine alone. */
@Command(
    name = "phone",
    mixinStandardHelpOptions = true,
    description = "Measures the phone on the loopback.",
    synopsisSubcommandLabel = "COMMAND")
final class PhoneMain {
  @Option(names = "--seed", defaultValue = "7", description = "${DEFAULT-VALUE} if not given.")
  private long seed = 7;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(
      name = "load",
      mixinStandardHelpOptions = true,
      description = "Many calls at once, speech both ways, with and without listening for it.")
  int load(
      @Option(names = "--calls", defaultValue = "300", description = "${DEFAULT-VALUE} of them.")
          int calls,
      @Option(names = "--seconds", defaultValue = "600", description = "${DEFAULT-VALUE} in all.")
          int seconds,
      @Option(
              names = "--rate",
              defaultValue = "50",
              description = "Begun a second; ${DEFAULT-VALUE}.")
          double rate) {
    return told(
        "%d calls, %d s".formatted(calls, seconds),
        new PhoneLoad(calls, Duration.ofSeconds(seconds), rate, seed)::measure);
  }

  @Command(
      name = "setup",
      mixinStandardHelpOptions = true,
      description = "Calls begun at a rate, answered and hung up.")
  int setup(
      @Option(names = "--rate", defaultValue = "100", description = "${DEFAULT-VALUE} a second.")
          double rate,
      @Option(names = "--seconds", defaultValue = "30", description = "${DEFAULT-VALUE} in all.")
          int seconds) {
    return told(
        "%s calls a second, %d s".formatted(Report.number(rate), seconds),
        new PhoneSetup(rate, Duration.ofSeconds(seconds), seed, spec.commandLine().getOut())
            ::measure);
  }

  @Command(
      name = "torture",
      mixinStandardHelpOptions = true,
      description = "Broken messages, to see whether the phone still answers.")
  int torture(
      @Option(names = "--seconds", defaultValue = "60", description = "${DEFAULT-VALUE} in all.")
          int seconds) {
    return told(
        seconds + " s",
        new PhoneTorture(Duration.ofSeconds(seconds), seed, spec.commandLine().getOut())::measure);
  }

  @Command(
      name = "barge",
      mixinStandardHelpOptions = true,
      description = "Somebody speaks over us: how soon we fall silent, on the wire.")
  int barge(
      @Option(
              names = "--interruptions",
              defaultValue = "40",
              description = "${DEFAULT-VALUE} of them.")
          int interruptions,
      @Option(names = "--at-once", defaultValue = "2", description = "${DEFAULT-VALUE} calls.")
          int atOnce) {
    PrintWriter out = spec.commandLine().getOut();
    return told(
        "%d interruptions, %d calls at once".formatted(interruptions, atOnce),
        () -> {
          try (Scratch scratch = Scratch.in(root());
              Recogniser recogniser = BenchRecognisers.open(Lang.EN)) {
            return new PhoneBarge(interruptions, atOnce, seed, scratch.folder(), out)
                .measure(recogniser);
          }
        });
  }

  @Command(
      name = "reply",
      mixinStandardHelpOptions = true,
      description = "Somebody answers us: how soon we reply, on the wire, stage by stage.")
  int reply(
      @Option(
              names = "--turns",
              defaultValue = "200",
              description = "${DEFAULT-VALUE} of them in English, half as many in Mandarin.")
          int turns,
      @Option(names = "--at-once", defaultValue = "1", description = "${DEFAULT-VALUE} call.")
          int atOnce) {
    PrintWriter out = spec.commandLine().getOut();
    return told(
        "%d turns in English, half as many in Mandarin, %d at once".formatted(turns, atOnce),
        () ->
            Stream.of(Lang.EN, Lang.ZH)
                .flatMap(lang ->
                    replies(lang, lang == Lang.EN ? turns : turns / 2, atOnce, out).stream())
                .toList());
  }

  @Command(
      name = "talks",
      mixinStandardHelpOptions = true,
      description = {
        "Whole conversations with simulated people who speak and press keys, judged by the",
        "checkers: real SIP and RTP, real recognisers. Ends with 1 where one was unlawful."
      })
  int talks(
      @Option(names = "--number", defaultValue = "100", description = "${DEFAULT-VALUE} in all.")
          int number,
      @Option(
              names = "--english",
              defaultValue = "50",
              description = "${DEFAULT-VALUE} of them in English, all others in Mandarin.")
          int english,
      @Option(names = "--at-once", defaultValue = "4", description = "${DEFAULT-VALUE} calls.")
          int atOnce,
      @Option(names = "--file", description = "Where what was meant, heard and said is written.")
          @Nullable Path file) {
    if (number < 1 || english < 0 || english > number || atOnce < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--number %d, --english %d and --at-once %d don't go together. Maybe --number 10 --english 5 --at-once 2."
              .formatted(number, english, atOnce));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        Report.of(
                seed,
                "%d conversations, %d of them in English, %d at once"
                    .formatted(number, english, atOnce),
                Report.loadNow(),
                List.of())
            .heading());
    out.flush();
    return new PhoneTalks(
                new Evening.Plan(number, english, atOnce, seed), Optional.ofNullable(file), out)
            .lawful()
        ? 0
        : 1;
  }

  @Command(
      name = "day",
      mixinStandardHelpOptions = true,
      description =
          "A campaign's day: permits, letters, calls, receipts, ledger; most reach nobody.")
  int day(
      @Option(
              names = "--attempts",
              defaultValue = "350000",
              description = "${DEFAULT-VALUE} of the day.")
          int attempts,
      @Option(
              names = "--minutes",
              defaultValue = "10",
              description = "Dialling ends after ${DEFAULT-VALUE} in any case.")
          int minutes,
      @Option(
              names = "--ring",
              defaultValue = "1500",
              description = "A phone rings for ${DEFAULT-VALUE} ms.")
          int ring,
      @Option(names = "--lines", defaultValue = "300", description = "${DEFAULT-VALUE} of them.")
          int lines) {
    PrintWriter out = spec.commandLine().getOut();
    return told(
        "%d attempts, %d min at most, %d lines, a phone rings for %d ms"
            .formatted(attempts, minutes, lines, ring),
        () -> {
          DayFound found =
              new PhoneDay(
                      new PhoneDay.Plan(
                          root(),
                          attempts,
                          Duration.ofMinutes(minutes),
                          Duration.ofMillis(ring),
                          lines,
                          seed),
                      out)
                  .measure();
          out.print(found.told());
          return found.figures();
        });
  }

  private List<Figure> replies(Lang lang, int turns, int atOnce, PrintWriter out) {
    try (Recogniser recogniser = BenchRecognisers.open(lang)) {
      return new PhoneReply(lang, turns, atOnce, seed, out).measure(recogniser);
    }
  }

  @Command(
      name = "kill",
      mixinStandardHelpOptions = true,
      description =
          "The running system is killed in the middle of live calls, and started again: whether"
              + " anybody is dialled twice, and what is left of recordings, budget and ledger.")
  int kill(
      @Option(names = "--calls", defaultValue = "50", description = "${DEFAULT-VALUE} live ones.")
          int calls,
      @Option(
              names = "--kills",
              defaultValue = "2",
              description = "${DEFAULT-VALUE}; every second takes the database server with it.")
          int kills) {
    return told(
        "%d calls, %d kills".formatted(calls, kills),
        new PhoneKill(calls, kills, seed, root(), spec.commandLine().getOut())::measure);
  }

  private static Path root() {
    return Path.of(System.getProperty("heyue.root", "."));
  }

  private interface Measuring {
    List<Figure> measure();
  }

  private int told(String size, Measuring measuring) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(Report.of(seed, size, Report.loadNow(), List.of()).heading());
    out.flush();
    out.print(Report.table(measuring.measure()));
    out.flush();
    return 0;
  }
}
