package io.heyue.learn;

import io.heyue.brain.model.Adapter;
import io.heyue.brain.model.Skill;
import io.heyue.brain.model.Tensor;
import io.heyue.brain.model.Tokens;
import io.heyue.brain.model.Weights;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains the encoders and writes what was learned. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Train the encoders from data/ and write what was learned to data/models/.")
public final class TrainMain implements Runnable {
  private static final long SEED = 20_261_126;

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
    System.exit(new CommandLine(new TrainMain()).execute(arguments));
  }

  /** The engine would otherwise tell its makers that it runs, and look for downloads. */
  static void quiet() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
  }

  @Override
  public void run() {
    for (Lang each : langs()) {
      try {
        train(WordCurriculum.read(data, each), Recipe.words(each).with(layers, rank, rounds, step));
      } catch (IOException fault) {
        throw new java.io.UncheckedIOException(fault);
      }
    }
  }

  private List<Lang> langs() {
    if (lang.isEmpty()) {
      return List.of(Lang.values());
    }
    return List.of(
        Lang.find(lang)
            .orElseThrow(
                () -> new IllegalArgumentException("Language '" + lang + "' is none of zh, en.")));
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
