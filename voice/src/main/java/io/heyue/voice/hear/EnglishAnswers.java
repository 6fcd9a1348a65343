package io.heyue.voice.hear;

import io.heyue.voice.hear.Wording.Kind;
import java.util.regex.Pattern;

/**
 * Sums, days and figures in English: "two thousand" waits for "five hundred", "the fifteenth of"
 * for "June"; "two thousand yuan" and "June fifteenth" are whole.
 */
record EnglishAnswers(Wording wording) implements AnswerShape {
  private static final String FIGURE =
      "(?:[0-9]+|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
          + "|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty"
          + "|seventy|eighty|ninety|hundred|thousand|million)";

  private static final String ORDINAL =
      "(?:[0-9]+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
          + "|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth"
          + "|nineteenth|twentieth|thirtieth)";

  private static final String MONTH =
      "(?:january|february|march|april|may|june|july|august|september|october|november|december)";

  private static final Pattern FIGURE_LAST = Pattern.compile("\\b" + FIGURE + "$");

  /** "two hundred and", "four oh", "three point". */
  private static final Pattern FIGURE_LINKED =
      Pattern.compile("\\b" + FIGURE + " (?:and|oh|point|double|triple|and a)$");

  /** "double" before a figure. */
  private static final Pattern DOUBLED = Pattern.compile("\\b(?:double|triple)$");

  private static final Pattern DAY_LINKED = Pattern.compile("\\b" + ORDINAL + " (?:of|in)$");

  private static final Pattern MONTH_LAST = Pattern.compile("\\b" + MONTH + "(?: the)?$");

  private static final Pattern MONEY =
      Pattern.compile("\\b" + FIGURE + " (?:yuan|rmb|kuai|dollars?|bucks|pounds?|euros?)$");

  private static final Pattern DAY =
      Pattern.compile(
          "\\b(?:%s (?:the )?(?:twenty |thirty )?%s|%s of (?:this |next )?(?:%s|month))$"
              .formatted(MONTH, ORDINAL, ORDINAL, MONTH));

  /** Words of a short answer. */
  private static final int SHORT = 7;

  @Override
  public boolean goesOn(String said, Expecting expecting) {
    if (complete(said, expecting)) {
      return false;
    }
    boolean figure =
        (FIGURE_LAST.matcher(said).find() && !wording.ends(said, Kind.NO_FIGURE))
            || FIGURE_LINKED.matcher(said).find()
            || DAY_LINKED.matcher(said).find();
    return figure
        || switch (expecting) {
          case NUMBER -> DOUBLED.matcher(said).find();
          case DATE -> MONTH_LAST.matcher(said).find() || wording.ends(said, Kind.DATE_BEGUN);
          case SUM, YES_NO, CHOICE, OPEN -> false;
        };
  }

  @Override
  public boolean complete(String said, Expecting expecting) {
    return said.split(" ", -1).length <= SHORT
        && switch (expecting) {
          case SUM -> MONEY.matcher(said).find();
          case DATE -> DAY.matcher(said).find() || wording.ends(said, Kind.DAY);
          case CHOICE -> wording.consists(said, Kind.CHOICE, 1);
          case YES_NO, NUMBER, OPEN -> false;
        };
  }
}
