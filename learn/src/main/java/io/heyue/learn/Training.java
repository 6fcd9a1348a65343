package io.heyue.learn;

import io.heyue.brain.model.Adapter;
import io.heyue.brain.model.Form;
import io.heyue.brain.model.Registry;
import io.heyue.brain.model.Tensor;
import io.heyue.brain.model.Tokens;
import io.heyue.brain.model.Weights;
import io.heyue.core.base.Rng;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Trains one model from beginning to end and tells what it came to. */
final class Training {
  private final PrintStream out;
  private final long seed;

  Training(PrintStream out, long seed) {
    this.out = out;
    this.seed = seed;
  }

  /** What was learned, and what it came to. */
  record Trained(Adapter adapter, Report report) {}

  /**
   * Writes the adapter to {@code file} and a report to {@code reports}.
   *
   * @param before what to go on from; empty to begin with the published encoder
   * @throws IllegalStateException where training ran away
   */
  Report run(
      Curriculum curriculum, Recipe recipe, Optional<Adapter> before, Path file, Path reports)
      throws IOException {
    Weights base = Weights.published(curriculum.lang());
    Trained trained = learn(curriculum, recipe, base, before, Map.of());
    trained.adapter().write(file);
    trained.report().write(reports, Optional.empty());
    out.println("Written: " + file + ", and a report to " + reports);
    return trained.report();
  }

  /**
   * Learns and writes nothing.
   *
   * @param before what to go on from; empty to begin with the published encoder
   * @param told what else belongs into the provenance
   * @throws IllegalArgumentException where nobody can go on from that; it tells why
   * @throws IllegalStateException where training ran away
   */
  Trained learn(
      Curriculum curriculum,
      Recipe recipe,
      Weights base,
      Optional<Adapter> before,
      Map<String, String> told)
      throws IOException {
    before.ifPresent(adapter -> Onward.check(adapter, curriculum, recipe, base));
    out.printf(
        "%s, %s: %d exercises, %d held back%n",
        curriculum.skill(),
        curriculum.lang(),
        curriculum.learned().size(),
        curriculum.held().size());
    Map<String, Tensor> learned;
    try (Tokens tokens = Tokens.of(curriculum.lang())) {
      Progress progress = new Progress(out, InstantSource.system());
      learned =
          new Course(curriculum, recipe, base, tokens, Rng.seeded(seed), progress)
              .run(base, before.map(Adapter::tensors).orElse(Map.of()));
    }
    Map<String, String> provenance = new LinkedHashMap<>(told);
    before.ifPresent(adapter ->
        provenance.put("goes on from", Registry.version(adapter.onto(base, Form.EIGHT_BIT))));
    provenance.put("base", base.hash());
    provenance.put("data", curriculum.fingerprint());
    provenance.put("seed", Long.toString(seed));
    provenance.put("recipe", recipe.toString());
    provenance.put("answers", String.join(" ", curriculum.answers()));
    Adapter bare = new Adapter(provenance, recipe.layers(), learned);
    Examination examination = Examination.of(bare, base, curriculum);
    double temperature = temperature(curriculum, examination);
    provenance.put("temperature", String.format(Locale.ROOT, "%.3f", temperature));
    Report report = Report.of(curriculum, provenance, examination, temperature);
    report
        .figures()
        .forEach(figures ->
            provenance.put(
                "macro-F1 of " + figures.question(),
                String.format(Locale.ROOT, "%.4f", figures.macroF1())));
    return new Trained(new Adapter(provenance, recipe.layers(), learned), report);
  }

  /** That of the first question with one right answer. */
  private static double temperature(Curriculum curriculum, Examination examination) {
    int from = 0;
    for (Question question : curriculum.questions()) {
      List<Choice> choices =
          question.oneOnly() ? Choice.all(examination, question, from) : List.of();
      if (!choices.isEmpty()) {
        return Choice.temperature(choices);
      }
      from += question.answers().size();
    }
    return 1;
  }
}
