package io.heyue.voice.progress;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Span;
import io.heyue.voice.progress.Phrase.Found;
import io.heyue.voice.progress.Phrase.When;
import io.heyue.voice.progress.Rows.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Knows the announcements of networks and the greetings of machines by words that were recognised;
 * the words are data, in {@code announcements.tsv}. Immutable and thread-safe.
 */
public final class Announcements {
  static final String FILE = "announcements.tsv";

  /** Of a longer text only the last so many code units are read. */
  static final int MOST = 1_000;

  private static final int LONGEST = 40;
  private static final List<String> COLUMNS =
      List.of("phrase", "lang", "disposition", "weight", "where");

  /** What counts is plainer, then heard better, then longer, then said earlier. */
  private static final Comparator<Match> BEST =
      Comparator.comparing(Match::hint)
          .thenComparingInt(Match::errors)
          .thenComparingInt(match -> -match.phrase().length())
          .thenComparingInt(match -> match.span().start());

  private final List<Phrase> phrases;

  private Announcements(List<Phrase> phrases) {
    this.phrases = List.copyOf(phrases);
  }

  /**
   * The table that is built in.
   *
   * @throws TableFailure where it can't be used
   */
  public static Announcements standard() {
    return read(Rows.resource(FILE));
  }

  /**
   * A table of one's own.
   *
   * @param bytes as {@code announcements.tsv}
   * @throws TableFailure where it can't be used
   */
  public static Announcements read(byte[] bytes) {
    List<Phrase> phrases = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Row row : Rows.read(FILE, bytes, COLUMNS)) {
      Phrase phrase = phrase(row);
      if (!seen.add(phrase.letters() + " " + phrase.when())) {
        throw row.fault("phrase", "It stands there twice. Maybe remove one row.");
      }
      phrases.add(phrase);
    }
    return new Announcements(phrases);
  }

  private static Phrase phrase(Row row) {
    Plain letters = Plain.of(row.cell("phrase"), 0);
    boolean english = row.one("lang", "en", "zh");
    int least = english ? 6 : 2;
    if (letters.length() < least || letters.length() > LONGEST) {
      throw row.fault("phrase", "Maybe %d to %d letters.".formatted(least, LONGEST));
    }
    if (letters.latin() != english) {
      throw row.fault("lang", "The phrase is in other letters. Maybe the other language.");
    }
    When when =
        switch (row.cell("where")) {
          case "early" -> When.EARLY;
          case "answered" -> When.ANSWERED;
          case "any" -> When.ANY;
          default -> throw row.fault("where", "Maybe early, answered or any.");
        };
    return new Phrase(
        row.cell("phrase").toLowerCase(Locale.ROOT),
        letters,
        row.disposition(),
        row.one("weight", "hint", "plain"),
        when);
  }

  List<Phrase> phrases() {
    return phrases;
  }

  /** What may be heard before anybody took a call, for who recognises it. */
  public List<String> phrases(Lang lang) {
    return phrases.stream()
        .filter(phrase -> phrase.when().holds(false))
        .filter(phrase -> phrase.letters().latin() == (lang == Lang.EN))
        .map(Phrase::text)
        .toList();
  }

  /**
   * What the words heard so far say. It is asked again as they grow; the answer may become better.
   *
   * @param text words of one speaker, from the beginning of what they say
   * @param finished whether no more of them are to come
   * @param answered whether somebody took the call; then what people say as well is not taken for a
   *     machine's
   */
  public Optional<Match> find(String text, boolean finished, boolean answered) {
    int start = Math.max(0, text.length() - MOST);
    Plain plain = Plain.of(text, start);
    List<Match> matches = new ArrayList<>();
    for (Phrase phrase : phrases) {
      if (phrase.when().holds(answered)) {
        phrase
            .in(plain, finished)
            .map(found -> match(phrase, plain, found))
            .ifPresent(matches::add);
      }
    }
    return matches.stream().min(BEST);
  }

  private static Match match(Phrase phrase, Plain plain, Found found) {
    Span span = plain.span(found.start(), found.end());
    return new Match(phrase.disposition(), phrase.text(), phrase.hint(), span, found.errors());
  }
}
