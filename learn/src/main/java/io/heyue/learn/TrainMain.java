package io.heyue.learn;

import io.heyue.brain.model.Adapter;
import io.heyue.brain.model.Registry;
import io.heyue.brain.model.Skill;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains the encoders and writes what was learned. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Train the encoders from data/ and write what was learned to data/models/.")
public final class TrainMain implements Runnable {
  private static final long SEED = 20_261_126;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--lang", description = "zh or en; both if not given")
  private String lang = "";

  @Option(
      names = "--skill",
      description = "speech (what people mean) or words (what may be said); both if not given")
  private String skill = "";

  @Option(names = "--data", description = "the data folder; by default that of the checkout")
  private Path data = Path.of(System.getProperty("heyue.root", "."), "data");

  @Option(
      names = "--rude",
      description = "train.csv of COLD, to learn what is offensive to anybody; Chinese only")
  private @Nullable Path rude;

  @Option(
      names = "--examine-rude",
      description = {
        "dev.csv of COLD: trains nothing, and tells how many of its sentences what was learned judges"
            + " right"
      })
  private @Nullable Path rudeExam;

  @Option(
      names = "--forms",
      description = "trains nothing, and tells size, time and quality of what was learned, by form")
  private boolean forms;

  @Option(
      names = "--edge",
      description = "trains nothing, and writes small models of what was learned to this folder")
  private @Nullable Path edge;

  @Option(
      names = "--from-labels",
      description = {
        "what ./heyue labels export wrote: trains an own model of what people mean from it and from"
            + " data/, compares it with the one that is used, and keeps it in the installation's"
            + " registry; data/models stays as it is"
      })
  private @Nullable Path labels;

  @Option(
      names = "--onward",
      description = {
        "goes on from what was learned before instead of from the published encoder: half the rounds"
            + " with half the step"
      })
  private boolean onward;

  @Option(
      names = "--home",
      description = "data folder of the installation; by default HEYUE_HOME, else ~/.heyue/data")
  private Path home = home(System.getenv("HEYUE_HOME"));

  @Option(names = "--reports", description = "folder for what it came to, as page and as JSON")
  private Path reports = Path.of(System.getProperty("heyue.root", "."), "learn/target/reports");

  @Option(names = "--seed", description = "of every draw; by default ${DEFAULT-VALUE}")
  private long seed = SEED;

  @Option(names = "--layers", description = "of the base, instead of the recipe's")
  private int layers;

  @Option(names = "--rank", description = "of what is added to each table, instead of the recipe's")
  private int rank;

  @Option(names = "--rounds", description = "at most, instead of the recipe's")
  private int rounds;

  @Option(
      names = "--step",
      description = "by how much weights change at most, instead of the recipe's")
  private float step;

  /**
   * @param arguments those of the command line
   */
  public static void main(String[] arguments) {
    quiet();
    System.exit(commands().execute(arguments));
  }

  /** The command; what goes wrong is told in a line, not as a stack. */
  static CommandLine commands() {
    return new CommandLine(new TrainMain())
        .setExecutionExceptionHandler((fault, line, _) -> {
          line.getErr().println(told(fault));
          return line.getCommandSpec().exitCodeOnExecutionException();
        });
  }

  private static String told(Throwable fault) {
    String message = Objects.requireNonNullElse(fault.getMessage(), fault.toString());
    return fault.getCause() == null ? message : message + " " + told(fault.getCause());
  }

  /** The engine would otherwise tell its makers that it runs, and look for downloads. */
  static void quiet() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  @Override
  public void run() {
    check();
    if (rudeExam != null) {
      examine(rudeExam);
      return;
    }
    for (Lang each : langs()) {
      try {
        if (forms) {
          Curriculum speech = SpeechCurriculum.read(data, each, Rudeness.none(), seed);
          System.out.println(each + ", " + speech.held().size() + " sentences that were held back");
          Forms.of(data, speech).lines().forEach(System.out::println);
          continue;
        }
        if (edge != null) {
          Path file = EdgeBuild.write(data, each, edge);
          System.out.printf("Written: %s, %.1f MB%n", file, Files.size(file) / 1e6);
          continue;
        }
        if (labels != null) {
          candidate(labels, each);
          continue;
        }
        if (skills().contains(Skill.SPEECH)) {
          Curriculum speech = SpeechCurriculum.read(data, each, rudeness(each), seed);
          train(speech, Recipe.speech(each));
        }
        if (skills().contains(Skill.WORDS)) {
          Curriculum words = WordCurriculum.read(data, each);
          train(words, Recipe.words(each));
        }
      } catch (IOException fault) {
        throw new java.io.UncheckedIOException(fault);
      }
    }
  }

  private void examine(Path file) {
    try {
      System.out.println(RudenessExam.of(data, Rudeness.read(file)));
    } catch (IOException fault) {
      throw new java.io.UncheckedIOException(fault);
    }
  }

  private void check() {
    if (!Files.isDirectory(data.resolve("words"))) {
      throw misuse(
          "Folder " + data + " holds no words/ to learn from. Maybe name another by --data.");
    }
    if (labels != null && !Files.isReadable(labels)) {
      throw misuse(
          "--from-labels " + labels + " is no file. Maybe ./heyue labels export it first.");
    }
    if (labels != null && !Files.isDirectory(home)) {
      throw misuse(
          "There is no installation in "
              + home
              + ". Maybe start it once by ./heyue up, or name another by --home.");
    }
    if (labels != null && skills().contains(Skill.WORDS) && !skill.isEmpty()) {
      throw misuse("--from-labels goes with --skill speech: labels say what people mean.");
    }
    if (rudeExam != null && !Files.isRegularFile(rudeExam)) {
      throw misuse("--examine-rude " + rudeExam + " is no file. Maybe dev.csv of COLD.");
    }
    least("--layers", layers);
    least("--rank", rank);
    least("--rounds", rounds);
    if (!Float.isFinite(step) || step < 0) {
      throw misuse("--step " + step + " is no step. Maybe 0.0005.");
    }
  }

  private static Path home(@Nullable String named) {
    return named == null || named.isBlank()
        ? Path.of(System.getProperty("user.home"), ".heyue", "data")
        : Path.of(named);
  }

  private void candidate(Path file, Lang each) throws IOException {
    var _ =
        new Candidates(data, Registry.in(home), System.out)
            .train(
                file,
                each,
                rudeness(each),
                recipe(Recipe.speech(each)),
                onward,
                new Training(System.out, seed),
                seed);
  }

  private void least(String option, int value) {
    if (value < 0) {
      throw misuse(option + " " + value + " is below 1. Maybe leave it out.");
    }
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private List<Lang> langs() {
    if (lang.isEmpty()) {
      return List.of(Lang.values());
    }
    return List.of(
        Lang.find(lang)
            .orElseThrow(() -> misuse("Language '" + lang + "' is unknown. Maybe zh or en.")));
  }

  private Rudeness rudeness(Lang of) throws IOException {
    if (rude == null || of != Lang.ZH) {
      return Rudeness.none();
    }
    if (!Files.isRegularFile(rude)) {
      throw misuse("--rude " + rude + " is no file. Maybe leave it out.");
    }
    return Rudeness.read(rude);
  }

  private List<Skill> skills() {
    if (skill.isEmpty()) {
      return List.of(Skill.values());
    }
    return Stream.of(Skill.values())
        .filter(each -> each.name().equalsIgnoreCase(skill))
        .findFirst()
        .map(List::of)
        .orElseThrow(() -> misuse("Skill '" + skill + "' is unknown. Maybe speech or words."));
  }

  private Recipe recipe(Recipe own) {
    return (onward ? own.onward() : own).with(layers, rank, rounds, step);
  }

  private void train(Curriculum curriculum, Recipe recipe) throws IOException {
    Path file = curriculum.skill().adapter(data, curriculum.lang());
    Optional<Adapter> before = onward ? Optional.of(Adapter.read(file)) : Optional.empty();
    var _ = new Training(System.out, seed).run(curriculum, recipe(recipe), before, file, reports);
  }
}
