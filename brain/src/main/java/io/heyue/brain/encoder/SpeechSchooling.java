package io.heyue.brain.encoder;

import io.heyue.brain.file.Sha256;
import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Intent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that can be learned about what people mean from the data folder.
 *
 * @param learned to learn from, as the encoder is told it: in Mandarin, whatever dialect it is in
 * @param development to know by when to stop and how sure to be; none of them is learned from
 * @param questions how each move is put as a question, by the lexicon's word for it
 * @param winsOver of each intent those that it wins over where both are said
 * @param fingerprint of all that it was read from, in hexadecimal
 */
public record SpeechSchooling(
    List<Example> learned,
    List<Example> development,
    Map<String, String> questions,
    Map<Intent, Set<Intent>> winsOver,
    String fingerprint) {
  /** One in so many of what people say is held back, too. */
  private static final int HELD = 16;

  public SpeechSchooling {
    learned = List.copyOf(learned);
    development = List.copyOf(development);
    questions = Map.copyOf(questions);
    winsOver = Map.copyOf(winsOver);
  }

  /**
   * @throws IllegalArgumentException where a file is none that can be learned from
   */
  public static SpeechSchooling read(Path data, Lang lang) {
    Lexicon lexicon = LexiconReader.read(data, lang);
    Mandarin mandarin = Mandarin.read(data, lang);
    return new SpeechSchooling(
        lexicon.examples().stream()
            .filter(example -> !isHeld(example))
            .map(example -> example.withText(mandarin.of(example.text()).text()))
            .toList(),
        Stream.concat(
                LexiconReader.development(data, lang).stream(),
                lexicon.examples().stream().filter(SpeechSchooling::isHeld))
            .map(example -> example.withText(mandarin.of(example.text()).text()))
            .toList(),
        Questions.read(LexiconReader.folderOf(data, lang)).wordings(),
        lexicon.winsOver(),
        lexicon.hash());
  }

  /** By its words, so that the same one is held back in every training. */
  private static boolean isHeld(Example example) {
    return example.tone().isPresent() && Math.floorMod(example.text().hashCode(), HELD) == 0;
  }

  /**
   * What labels add.
   *
   * @param taken what is learned from
   * @param repeated how many say what is known
   * @param contradicting how many say otherwise than the lexicon or another label; nobody knows
   *     which is right, so nothing is learned from them
   * @param examined how many are in the sets by which models are examined, or nearly so
   * @param hash of the file, in hexadecimal
   */
  public record Added(
      List<Example> taken, int repeated, int contradicting, int examined, String hash) {
    public Added {
      taken = List.copyOf(taken);
    }
  }

  /**
   * What a file of labels adds to this.
   *
   * @param data that this was read from
   * @param sets further sentences by which models are examined, beside {@link #development}
   * @throws IllegalArgumentException where a line is none that can be learned from
   */
  public Added added(Path data, Path labels, Lang lang, List<String> sets) {
    Mandarin mandarin = Mandarin.read(data, lang);
    List<String> all = new ArrayList<>();
    sets.forEach(text -> all.add(mandarin.of(text).text()));
    development.forEach(example -> all.add(example.text()));
    return LabelFile.read(labels, lang).in(mandarin).beside(learned, new Examined(all));
  }

  /** This with what labels add. */
  public SpeechSchooling with(Added added) {
    List<Example> more = new ArrayList<>(learned);
    more.addAll(added.taken());
    return new SpeechSchooling(
        more,
        development,
        questions,
        winsOver,
        new Sha256().add(fingerprint).add(added.hash()).hex());
  }

  /** An utterance as the encoder reads it. */
  public static String plain(String text) {
    return PlainText.of(text);
  }
}
