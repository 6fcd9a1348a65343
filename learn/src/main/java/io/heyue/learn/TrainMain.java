package io.heyue.learn;

import io.heyue.brain.model.Adapter;
import io.heyue.brain.model.Skill;
import io.heyue.brain.model.Tensor;
import io.heyue.brain.model.Tokens;
import io.heyue.brain.model.Weights;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  @Option(names = "--data", description = "the data folder; by default that of the checkout")
  private Path data = Path.of(System.getProperty("heyue.root", "."), "data");

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
    for (Lang each : langs()) {
      try {
        train(WordCurriculum.read(data, each), Recipe.words(each).with(layers, rank, rounds, step));
      } catch (IOException fault) {
        throw new java.io.UncheckedIOException(fault);
      }
    }
  }

  private void check() {
    if (!Files.isDirectory(data.resolve("words"))) {
      throw misuse(
          "Folder " + data + " holds no words/ to learn from. Maybe name another by --data.");
    }
    least("--layers", layers);
    least("--rank", rank);
    least("--rounds", rounds);
    if (!Float.isFinite(step) || step < 0) {
      throw misuse("--step " + step + " is no step. Maybe 0.0005.");
    }
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

  private void train(Curriculum curriculum, Recipe recipe) throws IOException {
    Skill skill = curriculum.skill();
    System.out.printf(
        "%s, %s: %d exercises, %d held back%n",
        skill, curriculum.lang(), curriculum.learned().size(), curriculum.held().size());
    Weights base = Weights.published(curriculum.lang());
    Map<String, Tensor> learned;
    try (Tokens tokens = Tokens.of(curriculum.lang())) {
      Progress progress = new Progress(System.out, InstantSource.system());
      learned = new Course(curriculum, recipe, base, tokens, Rng.seeded(seed), progress).run(base);
    }
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("base", base.hash());
    provenance.put("data", curriculum.fingerprint());
    provenance.put("seed", Long.toString(seed));
    provenance.put("recipe", recipe.toString());
    provenance.put("answers", String.join(" ", curriculum.answers()));
    Path file = skill.adapter(data, curriculum.lang());
    new Adapter(provenance, recipe.layers(), learned).write(file);
    System.out.println("Written: " + file);
  }
}
