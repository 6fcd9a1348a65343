package io.heyue.brain.encoder;

import io.heyue.brain.file.Sha256;
import io.heyue.brain.file.Yaml;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Utterances whose meaning people said, one JSON object a line in the form of the lexicon's
 * examples, with {@code lang} and {@code is} beside.
 *
 * @param hash of the file, in hexadecimal
 */
record LabelFile(List<Example> examples, String hash) {
  LabelFile {
    examples = List.copyOf(examples);
  }

  /**
   * Those of one language.
   *
   * @throws IllegalArgumentException where a line is none that can be learned from
   */
  static LabelFile read(Path file, Lang lang) {
    try {
      List<Example> examples = new ArrayList<>();
      List<String> lines = Files.readAllLines(file);
      for (int at = 0; at < lines.size(); at++) {
        if (!lines.get(at).isBlank()) {
          Yaml line = Yaml.ofLine(file, at + 1, lines.get(at));
          if (Lang.find(line.field("lang").text()).equals(Optional.of(lang))) {
            examples.add(after(LexiconReader.judged(line)));
          }
        }
      }
      return new LabelFile(examples, new Sha256().add(Files.readAllBytes(file)).hex());
    } catch (IOException fault) {
      throw new UncheckedIOException("File " + file + " can't be read.", fault);
    }
  }

  /** The same as the encoder is told it. */
  LabelFile in(Mandarin mandarin) {
    return new LabelFile(
        examples.stream()
            .map(example -> example.withText(mandarin.of(example.text()).text()))
            .toList(),
        hash);
  }

  /** What we asked stands there by its own name, not by the lexicon's. */
  private static Example after(Example example) {
    return new Example(
        example.text(),
        After.of(Optional.of(example.after())),
        example.intent(),
        example.also(),
        example.tone());
  }

  /** What can be learned from it beside {@code known}, and what can't. */
  SpeechSchooling.Added beside(List<Example> known, Examined examined) {
    Map<String, Example> met = new HashMap<>();
    known.forEach(example -> met.putIfAbsent(key(example), example));
    Set<Example> fresh = new HashSet<>();
    List<Example> taken = new ArrayList<>();
    int repeated = 0;
    int contradicting = 0;
    int kept = 0;
    for (Example example : examples) {
      Example before = met.putIfAbsent(key(example), example);
      if (before != null && before.intent() != example.intent()) {
        contradicting++;
        if (fresh.contains(before)) {
          taken.remove(before);
        }
      } else if (before != null) {
        repeated++;
      } else if (examined.holds(example.text())) {
        kept++;
      } else {
        taken.add(example);
        fresh.add(example);
      }
    }
    return new SpeechSchooling.Added(taken, repeated, contradicting, kept, hash);
  }

  private static String key(Example example) {
    return example.after() + '|' + Examined.letters(example.text());
  }
}
