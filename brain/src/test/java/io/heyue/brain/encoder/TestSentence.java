package io.heyue.brain.encoder;

import io.heyue.brain.file.Yaml;
import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Intent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A held-back sentence of the lexicon.
 *
 * @param is what it means
 * @param also what it means beside that
 */
record TestSentence(String text, String after, Intent is, Set<Intent> also) {

  static List<TestSentence> all(Lang lang) {
    return Yaml.read(Project.lexicon(lang).resolve("test.yaml"))
        .elements()
        .map(TestSentence::of)
        .toList();
  }

  private static TestSentence of(Yaml entry) {
    return new TestSentence(
        entry.field("text").text(),
        entry.field("after").findText().orElse(""),
        LexiconReader.intent(entry.field("is")),
        entry
            .field("also")
            .elements()
            .map(LexiconReader::intent)
            .collect(Collectors.toUnmodifiableSet()));
  }
}
