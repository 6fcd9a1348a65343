package io.heyue.voice.cli;

import io.heyue.voice.record.Export;
import io.heyue.voice.record.LocalKeys;
import io.heyue.voice.record.Opened;
import io.heyue.voice.record.Recording;
import io.heyue.voice.record.RecordingId;
import io.heyue.voice.record.Shelf;
import io.heyue.voice.record.Tampered;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, verifies and takes out recordings of calls. */
@Command(
    name = "heyue recording",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | verify | export)",
    description = {
      "Lists the recordings of calls in a data folder, says whether they are as they were recorded,",
      "and takes one out as a WAV file: left the other side, right us.",
      "Ends with 0, with 1 where a recording was tampered with or can't be read, 2 for wrong use."
    })
public final class RecordingMain {
  private static final String SHELF = "recordings";
  private static final String KEYS = "recording.keys";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--home",
      scope = CommandLine.ScopeType.INHERIT,
      description = "data folder of the installation; by default HEYUE_HOME, else ~/.heyue/data")
  private Path home = home(System.getenv("HEYUE_HOME"));

  /**
   * @param arguments those of the command line
   */
  public static void main(String[] arguments) {
    System.exit(commands().execute(arguments));
  }

  /** The command; what goes wrong is told in a line, not as a stack. */
  static CommandLine commands() {
    return new CommandLine(new RecordingMain())
        .setExecutionExceptionHandler((fault, line, _) -> {
          line.getErr().println(Objects.requireNonNullElse(fault.getMessage(), fault.toString()));
          return 1;
        });
  }

  private static Path home(@Nullable String named) {
    return named == null || named.isBlank()
        ? Path.of(System.getProperty("user.home"), ".heyue", "data")
        : Path.of(named);
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = {
        "Lists id, day (of UTC) and whether it is finished.",
        "What is unfinished is being recorded, or was cut off by a crash."
      })
  int list() throws IOException {
    for (Shelf.Shelved shelved : shelf().list()) {
      out()
          .printf(
              "%s  %s  %s%n",
              shelved.id(), shelved.day(), shelved.finished() ? "finished" : "unfinished");
    }
    return 0;
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Reads recordings, by default all, and says whether they are as recorded.")
  int verify(
      @Parameters(paramLabel = "ID", arity = "0..*", description = "which; by default all")
          @Nullable List<String> ids)
      throws IOException {
    Shelf shelf = shelf();
    List<Shelf.Shelved> chosen = new ArrayList<>();
    for (String id : ids == null ? List.<String>of() : ids) {
      chosen.add(found(shelf, id));
    }
    if (chosen.isEmpty()) {
      chosen.addAll(shelf.list());
    }
    if (chosen.isEmpty()) {
      out().println("There are no recordings.");
      return 0;
    }
    LocalKeys keys = keys();
    int tampered = 0;
    for (Shelf.Shelved shelved : chosen) {
      Opened opened = Recording.open(shelved.file(), keys);
      boolean holds =
          opened instanceof Recording recording && recording.head().id().equals(shelved.id());
      tampered += holds ? 0 : 1;
      out().println(shelved.id() + "  " + told(opened, shelved.id()));
    }
    return tampered > 0 ? 1 : 0;
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = {
        "Writes a recording as a WAV file.",
        "The file says, to be read and by tones at its start, that a machine speaks on its right",
        "channel."
      })
  int export(
      @Parameters(paramLabel = "ID", description = "which recording") String id,
      @Option(
              names = {"-o", "--out"},
              required = true,
              paramLabel = "FILE",
              description = "the WAV file, which must not be there")
          Path file,
      @Option(names = "--a-law", description = "a byte a sample, as it was recorded") boolean aLaw,
      @Option(names = "--no-cue", description = "without the tones; the words stay in the file")
          boolean noCue)
      throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw misuse("Folder of " + file + " is not there. Maybe its name is misspelt.");
    }
    Shelf.Shelved shelved = found(shelf(), id);
    return switch (Recording.open(shelved.file(), keys())) {
      case Tampered tampered -> {
        spec.commandLine()
            .getErr()
            .println(
                "Recording %s was tampered with: %s. Nothing of it is taken out. Maybe a backup has the file as it was."
                    .formatted(shelved.id(), tampered.why()));
        yield 1;
      }
      case Recording recording -> {
        demand(recording, shelved.id());
        exported(
            recording,
            file,
            new Export.Manner(
                aLaw ? Export.Coding.A_LAW : Export.Coding.LINEAR,
                noCue ? Optional.empty() : Export.Manner.USUAL.cue()));
        yield 0;
      }
    };
  }

  private void exported(Recording recording, Path file, Export.Manner manner) throws IOException {
    var exported = Export.wav(recording, file, recording.head().label(), manner);
    out().println(file + ": " + told(recording, recording.head().id()));
    out().println("Label: " + exported.label().words());
    out().println(exported.json());
    if (exported.cueSamples() > 0) {
      out()
          .printf(
              "Tones (short-long short-short) go before it: %d samples.%n", exported.cueSamples());
    }
  }

  private static String told(Opened opened, RecordingId id) {
    return switch (opened) {
      case Tampered tampered -> "TAMPERED in block " + tampered.block() + ": " + tampered.why();
      case Recording recording when !recording.head().id().equals(id) ->
          "TAMPERED: its file holds recording " + recording.head().id();
      case Recording recording ->
          "%s  %.2f s  %d frames lost  begun %s  sha256 %s"
              .formatted(
                  recording.complete() ? "complete" : "cut off",
                  recording.samples() / (double) recording.head().rate(),
                  recording.lost(),
                  recording.head().begun(),
                  recording.sha256());
    };
  }

  /** A file that bears another's name is another call. */
  private static void demand(Recording recording, RecordingId id) throws IOException {
    if (!recording.head().id().equals(id)) {
      throw new IOException(
          "File of %s holds recording %s. Maybe somebody renamed it."
              .formatted(id, recording.head().id()));
    }
  }

  private Shelf shelf() throws IOException {
    Path folder = home.resolve(SHELF);
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "Folder %s isn't there. Maybe nothing was recorded yet, or HEYUE_HOME names another data folder."
              .formatted(folder));
    }
    return Shelf.openOrMake(folder);
  }

  private LocalKeys keys() throws IOException {
    return LocalKeys.open(home.resolve(KEYS), new SecureRandom());
  }

  private Shelf.Shelved found(Shelf shelf, String text) throws IOException {
    RecordingId id =
        RecordingId.find(text.toLowerCase(Locale.ROOT))
            .orElseThrow(() ->
                misuse(
                    "ID '%s' is none. Maybe one of those that ./heyue recording list shows."
                        .formatted(text)));
    return shelf
        .find(id)
        .orElseThrow(() ->
            new IOException(
                "There is no recording %s. Maybe it was deleted after its retention."
                    .formatted(id)));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
