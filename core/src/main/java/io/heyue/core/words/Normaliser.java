package io.heyue.core.words;

/**
 * Brings words back from the ways in which they are hidden. Full width becomes half width,
 * traditional characters simplified ones, look-alikes what they look like; invisible characters
 * fall away; torn, stretched, misspelt and spelt-out words are put together again, but only those
 * that the tables name, so that ordinary words stay what they are. Pure and thread-safe.
 */
public final class Normaliser {
  private final Folding folding;
  private final HiddenChinese chinese;
  private final HiddenEnglish english;

  private Normaliser(WordTables tables) {
    this.folding = new Folding(tables);
    this.chinese = new HiddenChinese(tables);
    this.english = new HiddenEnglish(tables);
  }

  public static Normaliser of(WordTables tables) {
    return new Normaliser(tables);
  }

  /** Only what Unicode says is folded. */
  public static Normaliser bare() {
    return of(WordTables.none());
  }

  /** {@code text} as it was meant. */
  public Plain normalise(String text) {
    Traced folded = folding.fold(text);
    boolean han = folded.text().codePoints().anyMatch(Scripts::han);
    Traced joined = han ? chinese.joined(folded) : folded;
    Traced found = chinese.found(joined, han || Syllables.allSpelt(joined.text()));
    return english.found(found).plain();
  }
}
