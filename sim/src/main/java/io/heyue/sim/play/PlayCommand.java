package io.heyue.sim.play;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.sim.check.Finding;
import io.heyue.sim.people.Cast;
import io.heyue.sim.people.Persona;
import io.heyue.sim.world.Sample;
import io.heyue.sim.world.Sampler;
import io.heyue.sim.world.VirtualClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints a whole conversation: with a simulated borrower, with the user, or from a script. */
@Command(
    name = "play",
    mixinStandardHelpOptions = true,
    description = "Prints a whole conversation with a simulated borrower, turn by turn.")
public final class PlayCommand implements Callable<Integer> {
  /** A Monday morning in Shanghai. */
  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(names = "--seed", description = "What chance is made from (${DEFAULT-VALUE}).")
  private long seed = 7;

  @Option(names = "--lang", description = "zh or en (${DEFAULT-VALUE}).")
  private String lang = "zh";

  @Option(names = "--persona", description = "The kind of borrower, such as hardship.")
  private @Nullable String persona;

  @Option(names = "--me", description = "You are the borrower, line by line.")
  private boolean me;

  @Option(names = "--script", paramLabel = "FILE", description = "A written borrower, as JSON.")
  private @Nullable Path script;

  @Option(names = "--json", description = "Prints the whole as JSON.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    Lang language =
        Lang.find(lang)
            .orElseThrow(() -> misuse("There is no language '" + lang + "'. Maybe zh or en."));
    Optional<Persona> wanted = persona();
    Optional<Script> written =
        script == null ? Optional.empty() : Optional.of(ScriptReader.read(script));
    PrintWriter out = spec.commandLine().getOut();
    try (Stage stage = Stage.open(Stage.root())) {
      if (written.isPresent()) {
        Parley parley = ScriptPlay.play(stage, written.get(), seed);
        print(out, stage, parley);
      } else if (me) {
        print(out, stage, withMe(stage, language, out));
      } else {
        withPersona(stage, language, wanted, out);
      }
    }
    out.flush();
    return 0;
  }

  private void print(PrintWriter out, Stage stage, Parley parley) {
    if (json) {
      out.println(ConversationJson.text(parley));
    } else if (!me) {
      Shown shown = shown(stage);
      parley.steps().forEach(step -> out.print(shown.turn(step)));
      out.println(ending(parley));
    }
  }

  private void withPersona(Stage stage, Lang language, Optional<Persona> wanted, PrintWriter out) {
    Rng rng = Rng.seeded(seed);
    Persona kind = wanted.orElseGet(() -> Cast.draw(rng.fork("persona")));
    Sample sample =
        sampler(stage).draw((int) Math.floorMod(seed, 1_000_000L), language, Sampler.Oddity.NONE);
    Rehearsal.Played played = Rehearsal.play(stage, kind, sample, START, Hearing.perfect(), rng);
    if (json) {
      out.println(ConversationJson.text(played.parley()));
      return;
    }
    out.printf("A borrower of the kind %s, seed %d%n%n", kind.id(), seed);
    Shown shown = shown(stage);
    played.steps().forEach(step -> out.print(shown.turn(step)));
    out.println(ending(played.parley()));
    for (Finding finding : played.findings()) {
      out.println(
          "checkers   " + finding.kind() + " in turn " + finding.turn() + ": " + finding.what());
    }
    if (played.findings().isEmpty()) {
      out.println("checkers   lawful, and the outcome is the truth");
    }
  }

  private Parley withMe(Stage stage, Lang language, PrintWriter out) throws IOException {
    Rng rng = Rng.seeded(seed);
    Sample sample =
        sampler(stage).draw((int) Math.floorMod(seed, 1_000_000L), language, Sampler.Oddity.NONE);
    Parley parley =
        new Parley(
            stage, sample.dossier(START, rng.fork("ids")), language, new VirtualClock(START), rng);
    Shown shown = shown(stage);
    out.printf(
        "You are %s. The last four characters of your identity number are %s.%n"
            + "An empty line is silence; end with Ctrl-D.%n%n",
        sample.name().reveal(), sample.proof());
    tell(out, shown, parley.begin());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (!parley.over()) {
      out.print("> ");
      out.flush();
      String line = in.readLine();
      Step step =
          line == null ? parley.leave() : line.isBlank() ? parley.silence() : parley.hear(line);
      tell(out, shown, step);
    }
    out.println(ending(parley));
    return parley;
  }

  private static void tell(PrintWriter out, Shown shown, Step step) {
    out.print(shown.turn(step));
    out.flush();
  }

  private static String ending(Parley parley) {
    Outcome outcome = Outcome.of(parley.state());
    return "outcome    "
        + outcome.disposition()
        + outcome.amount().map(amount -> ", " + amount).orElse("")
        + outcome.date().map(date -> " by " + date).orElse("")
        + outcome.handover().map(reason -> ", handed over: " + reason).orElse("")
        + (outcome.beside().isEmpty() ? "" : ", beside " + String.join(", ", outcome.beside()));
  }

  private Shown shown(Stage stage) {
    return new Shown(stage.books().law(), CommandLine.Help.Ansi.AUTO.enabled());
  }

  private Sampler sampler(Stage stage) {
    return new Sampler(seed, LocalDate.ofInstant(START, ZoneOffset.UTC), stage.mandates());
  }

  private Optional<Persona> persona() {
    if (persona == null) {
      return Optional.empty();
    }
    Optional<Persona> found = Persona.find(persona);
    if (found.isEmpty()) {
      throw misuse(
          "There is no persona '"
              + persona
              + "'. "
              + Near.maybe(persona, Arrays.stream(Persona.values()).map(Persona::id).toList())
              + " They are "
              + Arrays.stream(Persona.values()).map(Persona::id).collect(Collectors.joining(", "))
              + ".");
    }
    return found;
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
