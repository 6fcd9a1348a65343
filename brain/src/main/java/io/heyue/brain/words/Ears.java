package io.heyue.brain.words;

import io.heyue.brain.model.Encoder;
import io.heyue.brain.model.Skill;
import io.heyue.core.base.Lang;
import io.heyue.core.words.Advice;
import io.heyue.core.words.Excuses;
import io.heyue.core.words.Normaliser;
import io.heyue.core.words.Reader;
import io.heyue.core.words.WordSense;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The heads of all languages and the tables of hidden words. Immutable and thread-safe. */
public final class Ears implements WordSense {
  private final Normaliser normaliser;
  private final Excuses excuses;
  private final Map<Lang, Judge> heads;
  private final Map<Lang, Approved> approved;
  private final Advice advice;
  private final String version;

  private Ears(
      Normaliser normaliser,
      Excuses excuses,
      Advice advice,
      Map<Lang, Judge> heads,
      Map<Lang, Approved> approved) {
    this.normaliser = normaliser;
    this.excuses = excuses;
    this.advice = advice;
    this.heads = new EnumMap<>(heads);
    this.approved = new EnumMap<>(approved);
    this.version =
        this.heads.entrySet().stream()
            .map(head ->
                "words-"
                    + head.getKey().code()
                    + "@"
                    + head.getValue().heads().key().substring(0, 12))
            .collect(Collectors.joining("+"));
  }

  /**
   * Reads {@code data/words} and opens heads and encoders; trains heads first where their files are
   * stale, which takes some seconds.
   *
   * @param data the data folder
   * @param folder that holds the heads
   */
  public static Ears open(Path data, Path folder) {
    Normaliser normaliser = Normaliser.of(TableReader.read(data));
    Map<Lang, Judge> heads = new EnumMap<>(Lang.class);
    Map<Lang, Approved> approved = new EnumMap<>(Lang.class);
    for (Lang lang : Lang.values()) {
      Encoder encoder = Encoder.open(Skill.WORDS, lang, folder);
      WordHeads linear = WordTrainer.fresh(data, folder, lang, normaliser, encoder);
      heads.put(lang, new Judge(linear, encoder));
      approved.put(lang, Approved.read(data, lang, normaliser));
    }
    return new Ears(
        normaliser, TableReader.excuses(data), AdviceReader.read(data), heads, approved);
  }

  /** Everything by which the guard reads words. */
  public Reader reader() {
    return new Reader(normaliser, excuses, this);
  }

  /** What may be said instead of what may not. */
  public Advice advice() {
    return advice;
  }

  Normaliser normaliser() {
    return normaliser;
  }

  @Override
  public Reading read(String sentence, Lang lang) {
    return head(lang).read(sentence, Objects.requireNonNull(approved.get(lang)));
  }

  @Override
  public Optional<Sensed> sense(String sentence, Lang lang) {
    return read(sentence, lang).sensed();
  }

  @Override
  public double blame(String clause, Lang lang) {
    return head(lang).blame(clause);
  }

  @Override
  public boolean clears(String sentence, Lang lang) {
    return read(sentence, lang).clear();
  }

  @Override
  public double familiar(String sentence, Lang lang) {
    return head(lang).heads().familiar(sentence);
  }

  Judge head(Lang lang) {
    return Objects.requireNonNull(heads.get(lang));
  }

  @Override
  public String version() {
    return version;
  }
}
