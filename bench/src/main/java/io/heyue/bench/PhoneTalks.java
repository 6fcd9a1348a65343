package io.heyue.bench;

import io.heyue.sim.phone.Evening;
import io.heyue.sim.phone.SpokenRehearsal;
import io.heyue.sim.phone.TalkReport;
import io.heyue.sim.play.Stage;
import io.heyue.voice.equip.Equipment;
import io.heyue.voice.models.ModelFolders;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** Whole conversations by telephone with simulated people who speak, judged by the checkers. */
final class PhoneTalks {
  private final Evening.Plan plan;
  private final Optional<Path> file;
  private final PrintWriter out;

  /**
   * @param file where each conversation is written as soon as it is over; what is there is replaced
   */
  PhoneTalks(Evening.Plan plan, Optional<Path> file, PrintWriter out) {
    this.plan = plan;
    this.file = file;
    this.out = out;
  }

  /** Holds them, prints what came of them, and says whether all were lawful. */
  boolean lawful() {
    file.ifPresent(there -> write(there, "", StandardOpenOption.TRUNCATE_EXISTING));
    try (Stage stage = Stage.open(Stage.root());
        Equipment equipment =
            Equipment.open(
                Equipment.Wanted.usual(
                    ModelFolders.of(System.getenv(), Path.of(System.getProperty("user.home")))),
                this::told)) {
      List<SpokenRehearsal.Held> held = Evening.hold(stage, equipment, plan, this::over);
      out.print(TalkReport.table(held));
      out.flush();
      return held.stream().noneMatch(SpokenRehearsal.Held::unlawful);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The conversations were interrupted.", e);
    }
  }

  private synchronized void over(SpokenRehearsal.Held held) {
    file.ifPresent(there -> write(there, TalkReport.transcript(held), StandardOpenOption.APPEND));
    told(
        "%s, %s: %s"
            .formatted(
                held.persona().id(),
                held.lang().code(),
                held.completed() ? "completed" : held.findings().toString()));
  }

  private synchronized void told(String what) {
    out.println(what);
    out.flush();
  }

  private static void write(Path there, String words, StandardOpenOption how) {
    try {
      Files.writeString(there, words, StandardOpenOption.CREATE, how);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Transcripts can't be written to " + there + ". Maybe its folder is missing.", e);
    }
  }
}
