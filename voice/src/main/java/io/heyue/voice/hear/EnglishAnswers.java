package io.heyue.voice.hear;

import io.heyue.voice.hear.Wording.Kind;
import java.util.List;
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

  /** Whatever was understood before "of June": the day comes first, so nothing is missing. */
  private static final Pattern DAY =
      Pattern.compile(
          "\\b(?:%s (?:the )?(?:twenty |thirty )?%s|of (?:this |next )?(?:%s|month))$"
              .formatted(MONTH, ORDINAL, MONTH));

  /** "two thousand" is often said with a pause before "five hundred". */
  private static final Pattern ROUND_LAST = Pattern.compile("(?:hundred|thousand|million|00)$");

  private static final Pattern ONE_FIGURE = Pattern.compile("oh|" + FIGURE);

  /** Figures of the end of a card. */
  private static final int CARD_END = 4;

  /** Asked by turning the words round, or by a word that asks and a verb after it. */
  private static final Pattern QUESTION =
      Pattern.compile(
          "(?:(?:and|but|so|well|sorry|hello|hi|okay|ok) )*"
              + "(?:(?:what|who|where|when|why|how)'s|(?:%s (?:(?:much|many|long|often|soon) )?)?%s) .+"
                  .formatted(
                      "(?:what|who|where|when|why|how|which)",
                      "(?:is|are|am|was|were|do|does|did|can|could|will|would|may|must|should|have"
                          + "|has|don't|doesn't|can't|couldn't|won't|isn't|aren't)"));

  /** Words of a short answer. */
  private static final int SHORT = 7;

  /** Words of the shortest question, and of the shortest sentence that is waited out as one. */
  private static final int ASKS = 3;

  private static final int SENTENCE = 4;

  @Override
  public Figure figure(String said, Expecting expecting) {
    if (complete(said, expecting)) {
      return Figure.NONE;
    }
    boolean begun =
        FIGURE_LINKED.matcher(said).find()
            || DAY_LINKED.matcher(said).find()
            || switch (expecting) {
              case NUMBER -> DOUBLED.matcher(said).find();
              case DATE -> MONTH_LAST.matcher(said).find() || wording.ends(said, Kind.DATE_BEGUN);
              case SUM, YES_NO, CHOICE, OPEN -> false;
            };
    if (begun) {
      return Figure.GOES_ON;
    }
    if (!FIGURE_LAST.matcher(said).find() || wording.ends(said, Kind.NO_FIGURE)) {
      return Figure.NONE;
    }
    boolean more =
        switch (expecting) {
          case NUMBER -> figuresLast(said) != CARD_END;
          case SUM -> ROUND_LAST.matcher(said).find();
          case DATE, YES_NO, CHOICE, OPEN -> false;
        };
    return more ? Figure.GOES_ON : Figure.MAY_GO_ON;
  }

  @Override
  public boolean asks(String said) {
    return words(said) >= ASKS && QUESTION.matcher(said).matches();
  }

  @Override
  public boolean sentence(String said) {
    return words(said) >= SENTENCE;
  }

  /** How many figures stand at the end, be they said one by one or written as one word. */
  private static int figuresLast(String said) {
    List<String> words = List.of(said.split(" ", -1));
    int figures = 0;
    for (String word : words.reversed()) {
      if (!ONE_FIGURE.matcher(word).matches()) {
        break;
      }
      figures += Character.isDigit(word.charAt(0)) ? word.length() : 1;
    }
    return figures;
  }

  private static int words(String said) {
    return said.split(" ", -1).length;
  }

  @Override
  public boolean complete(String said, Expecting expecting) {
    return words(said) <= SHORT
        && switch (expecting) {
          case SUM -> MONEY.matcher(said).find();
          case DATE -> DAY.matcher(said).find() || wording.ends(said, Kind.DAY);
          case CHOICE -> wording.consists(said, Kind.CHOICE, 1);
          case YES_NO, NUMBER, OPEN -> false;
        };
  }
}
