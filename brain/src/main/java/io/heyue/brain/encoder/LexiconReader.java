package io.heyue.brain.encoder;

import io.heyue.brain.file.Sha256;
import io.heyue.brain.file.Yaml;
import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Intent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code data/lexicon/<lang>}; a mistake there stops the start with the file's name. */
final class LexiconReader {
  private final Path folder;
  private final Lang lang;
  private final List<Example> examples = new ArrayList<>();
  private final Map<Intent, Set<Intent>> winsOver = new EnumMap<>(Intent.class);

  private LexiconReader(Path dataFolder, Lang lang) {
    this.folder = folderOf(dataFolder, lang);
    this.lang = lang;
  }

  static Path folderOf(Path dataFolder, Lang lang) {
    return dataFolder.resolve("lexicon").resolve(lang.code());
  }

  /** The lexicon of {@code lang}; it has no examples where the folder is not there. */
  static Lexicon read(Path dataFolder, Lang lang) {
    return new LexiconReader(dataFolder, lang).read();
  }

  private Lexicon read() {
    Path intents = folder.resolve("intents");
    for (Path file : Sha256.yamlFiles(intents)) {
      Yaml.read(file).elements().forEach(this::readIntent);
    }
    for (Path file : Sha256.yamlFiles(folder.resolve("spoken"))) {
      Yaml spoken = Yaml.read(file);
      Intent intent = intent(spoken.field("id"));
      spoken
          .field("examples")
          .elements()
          .map(example -> example(example, intent))
          .forEach(examples::add);
    }
    return new Lexicon(lang, examples, winsOver, Sha256.ofYaml(intents), Sha256.ofYaml(folder));
  }

  private void readIntent(Yaml entry) {
    Intent intent = intent(entry.field("id"));
    Set<Intent> beaten = EnumSet.noneOf(Intent.class);
    entry.field("wins_over").elements().map(LexiconReader::intent).forEach(beaten::add);
    winsOver.put(intent, beaten);
    entry
        .field("examples")
        .elements()
        .map(example -> example(example, intent))
        .forEach(examples::add);
    entry
        .field("near_misses")
        .elements()
        .map(miss -> example(miss, intent(miss.field("is"))))
        .forEach(examples::add);
  }

  /** Sentences that no model learns from, by which training knows when to stop. */
  static List<Example> development(Path dataFolder, Lang lang) {
    Path file = folderOf(dataFolder, lang).resolve("test.yaml");
    return Yaml.read(file).elements().map(LexiconReader::judged).toList();
  }

  /** An example that says itself what it {@code is}. */
  static Example judged(Yaml entry) {
    return example(entry, intent(entry.field("is")));
  }

  private static Example example(Yaml entry, Intent intent) {
    if (!entry.isMap()) {
      return new Example(entry.text(), "", intent, Set.of(), Optional.empty());
    }
    return new Example(
        entry.field("text").text(),
        entry.field("after").findText().orElse(""),
        intent,
        entry
            .field("also")
            .elements()
            .map(LexiconReader::intent)
            .collect(Collectors.toUnmodifiableSet()),
        Tone.find(entry));
  }

  static Intent intent(Yaml name) {
    return Intent.find(name.text())
        .orElseThrow(() ->
            new IllegalArgumentException(
                "File "
                    + name.file()
                    + " names the intent '"
                    + name.text()
                    + "', which is not in the taxonomy. Maybe a typo."));
  }
}
