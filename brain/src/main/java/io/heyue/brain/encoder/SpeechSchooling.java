package io.heyue.brain.encoder;

import io.heyue.core.base.Lang;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that can be learned about what people mean from the data folder.
 *
 * @param learned to learn from
 * @param development to know by when to stop and how sure to be; none of them is learned from
 * @param questions how each move is put as a question, by the lexicon's word for it
 * @param fingerprint of all that it was read from, in hexadecimal
 */
public record SpeechSchooling(
    List<Example> learned,
    List<Example> development,
    Map<String, String> questions,
    String fingerprint) {
  public SpeechSchooling {
    learned = List.copyOf(learned);
    development = List.copyOf(development);
    questions = Map.copyOf(questions);
  }

  /**
   * @throws IllegalArgumentException where a file is none that can be learned from
   */
  public static SpeechSchooling read(Path data, Lang lang) {
    Lexicon lexicon = LexiconReader.read(data, lang);
    return new SpeechSchooling(
        Stream.concat(lexicon.examples().stream(), LexiconReader.spoken(data, lang).stream())
            .toList(),
        LexiconReader.development(data, lang),
        Questions.read(LexiconReader.folderOf(data, lang)).wordings(),
        lexicon.hash());
  }

  /** An utterance as the encoder reads it. */
  public static String plain(String text) {
    return PlainText.of(text);
  }
}
