package io.heyue.app.law;

import io.heyue.brain.book.Books;
import io.heyue.brain.words.Ears;
import io.heyue.core.base.Lang;
import io.heyue.core.compliance.Guard;
import io.heyue.core.turn.WordsCheck;
import io.heyue.core.understanding.entity.RuleEntityParser;
import io.heyue.core.words.Sentences;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Judges words for whoever asks, without a dossier. Thread-safe. */
public final class WordsDesk {
  /** Where no zone is known: that of the lenders. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** The place whose law is asked where none is named. */
  public static final String PLACE = "CN";

  private final Guard guard;
  private final Ears ears;
  private final InstantSource clock;

  public WordsDesk(Books books, Ears ears, InstantSource clock) {
    this.guard = new Guard(books.law(), ears.reader());
    this.ears = ears;
    this.clock = clock;
  }

  /**
   * What is said of {@code words}.
   *
   * @param lang of the words; empty to go by their script
   * @param facts what is known of the account, or null
   * @param place whose law is asked
   * @throws IllegalArgumentException if a fact or the place can't be used; the message names it
   */
  public WordsView judge(
      String words, Optional<Lang> lang, @Nullable JsonNode facts, String place) {
    ZonedDateTime now = clock.instant().atZone(ZONE);
    if (!guard.law().knows(place, now.toLocalDate())) {
      throw new IllegalArgumentException("No law is known for the place. Maybe " + PLACE + ".");
    }
    WordsCheck check = new WordsCheck(guard, RuleEntityParser.of(), ears.advice(), Set.of(place));
    return WordsView.of(
        words,
        check.judge(
            words, lang.orElseGet(() -> Sentences.lang(words)), WordFactsReader.read(facts), now));
  }
}
