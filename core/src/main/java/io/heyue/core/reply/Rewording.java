package io.heyue.core.reply;

import java.util.Optional;

/**
 * Other words for an approved phrase, that were held against it sentence by sentence: the same
 * places in the same order, no weighty word more or less, about as long, about the same, nothing
 * new that is not known to be harmless. Made by {@link #of} alone. Immutable.
 */
public final class Rewording {
  private final Rewordable approved;
  private final String text;
  private final Template template;
  private final String source;

  private Rewording(Rewordable approved, String text, Template template, String source) {
    this.approved = approved;
    this.text = text;
    this.template = template;
    this.source = source;
  }

  /**
   * Words as other words for a phrase; empty where they may not stand for it.
   *
   * @param text with places as the approved phrase has them
   * @param source who made them, and how they were asked
   */
  public static Optional<Rewording> of(
      Rewordable approved, String text, String source, Caution caution) {
    if (text.equals(approved.text()) || !new Likeness(approved, caution).fits(text)) {
      return Optional.empty();
    }
    return Optional.of(new Rewording(approved, text, Template.parse(text), source));
  }

  /** Whether it stands for a phrase as the book has it now. */
  boolean standsFor(PhraseBook.Phrase phrase) {
    return phrase.id().equals(approved.phrase())
        && phrase.template().plain().filter(approved.text()::equals).isPresent();
  }

  /** What it stands for. */
  public Rewordable approved() {
    return approved;
  }

  /** The id of the phrase. */
  public String phrase() {
    return approved.phrase();
  }

  /** The words with their places. */
  public String text() {
    return text;
  }

  public String source() {
    return source;
  }

  /** The phrase in these words. */
  PhraseBook.Phrase in(PhraseBook.Phrase phrase) {
    return new PhraseBook.Phrase(phrase.id(), phrase.tone(), phrase.channel(), template);
  }

  @Override
  public String toString() {
    return "Rewording[" + approved.phrase() + ": " + text + "]";
  }
}
