package io.heyue.learn;

import io.heyue.brain.encoder.SpeechSchooling;
import io.heyue.brain.file.Yaml;
import io.heyue.brain.model.Adapter;
import io.heyue.brain.model.Form;
import io.heyue.brain.model.Registry;
import io.heyue.brain.model.Skill;
import io.heyue.brain.model.Weights;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains an installation's own model of what people mean, from the lexicon and from what people
 * said of utterances, and puts it beside the one that is used; whether it is used is for somebody
 * to decide who saw the comparison.
 */
final class Candidates {
  private static final String CORPUS = "brain/src/test/resources/speech";

  private final Path data;
  private final Registry registry;
  private final PrintStream out;

  Candidates(Path data, Registry registry, PrintStream out) {
    this.data = data;
    this.registry = registry;
    this.out = out;
  }

  /**
   * @param labels what {@code ./heyue labels export} wrote
   * @param onward whether to go on from the model that is used
   * @return the version; empty where nothing can be learned from the labels
   */
  Optional<String> train(
      Path labels,
      Lang lang,
      Rudeness rudeness,
      Recipe recipe,
      boolean onward,
      Training training,
      long seed)
      throws IOException {
    SpeechSchooling schooling = SpeechSchooling.read(data, lang);
    SpeechSchooling.Added added = schooling.added(data, labels, lang, corpus(lang));
    out.printf(
        "%s: %d labels are learned from; %d repeat what is known, %d contradict it or each other,"
            + " %d are in the sets by which models are examined.%n",
        lang, added.taken().size(), added.repeated(), added.contradicting(), added.examined());
    if (added.taken().isEmpty()) {
      out.println(lang + ": nothing to learn; no model is trained.");
      return Optional.empty();
    }
    Curriculum curriculum = SpeechCurriculum.of(schooling.with(added), data, lang, rudeness, seed);
    Weights base = Weights.published(lang);
    // Before hours of training, since it may not be there.
    Used used = used(lang, base, curriculum);
    Training.Trained trained =
        training.learn(
            curriculum,
            recipe,
            base,
            onward ? Optional.of(used.adapter()) : Optional.empty(),
            Map.of("labels", added.taken().size() + " of " + added.hash()));
    byte[] model = trained.adapter().onto(base, Form.EIGHT_BIT);
    String version = Registry.version(model);
    Comparison comparison = Comparison.of(used.version(), used.report(), version, trained.report());
    var _ =
        registry.add(
            Skill.SPEECH,
            lang,
            trained.adapter(),
            model,
            beside -> {
              trained.report().write(beside, Optional.of(comparison));
              comparison.write(beside);
            });
    Path folder = registry.of(Skill.SPEECH, lang, version);
    comparison.lines().forEach(out::println);
    out.println("Version " + version + " of " + Skill.SPEECH.of(lang) + " is in " + folder);
    out.println("Nothing uses it yet. Maybe ./heyue models shadow " + version + ", then promote.");
    return Optional.of(version);
  }

  /** What is used now, and how it does on the sentences by which the new one is examined. */
  private record Used(String version, Adapter adapter, Report report) {}

  private Used used(Lang lang, Weights base, Curriculum curriculum) throws IOException {
    Optional<String> promoted = registry.standing(Skill.SPEECH, lang).used();
    Path adapterFile =
        promoted
            .map(version -> Skill.SPEECH.adapterIn(registry.of(Skill.SPEECH, lang, version), lang))
            .orElse(Skill.SPEECH.adapter(data, lang));
    Adapter adapter = Adapter.read(adapterFile);
    Examination examination = Examination.of(adapter, base, curriculum);
    double temperature = Double.parseDouble(adapter.provenance().getOrDefault("temperature", "1"));
    return new Used(
        promoted.orElseGet(() -> Registry.version(adapter.onto(base, Form.EIGHT_BIT)) + " (built)"),
        adapter,
        Report.of(curriculum, adapter.provenance(), examination, temperature));
  }

  /** The corpus that nobody learns from, where the checkout has it. */
  private List<String> corpus(Lang lang) throws IOException {
    Path file = data.resolveSibling(CORPUS).resolve(lang.code() + ".jsonl");
    List<String> sentences = new ArrayList<>();
    if (Files.isRegularFile(file)) {
      List<String> lines = Files.readAllLines(file);
      for (int at = 0; at < lines.size(); at++) {
        sentences.add(Yaml.ofLine(file, at + 1, lines.get(at)).field("text").text());
      }
    }
    return sentences;
  }
}
