package io.heyue.core.understanding.entity;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Span;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.EntityParser;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads entities by rules. At each place the longest mention wins, on a tie the recogniser listed
 * first; reading goes on behind it. A fixed phrase that is as long as the longest mention wins over
 * it, and is no entity.
 *
 * <p>Thread-safe: it has no state. It never throws for a text, and its work is linear in the length
 * of the text.
 */
public final class RuleEntityParser implements EntityParser {
  private static final RuleEntityParser ONLY = new RuleEntityParser();

  /** In the order in which they win a tie. */
  private static final List<Recogniser> CHINESE =
      List.of(
          new Identifiers(),
          new ChineseRecurrences(),
          new TimeRecogniser(ChineseTimes::read, ChineseVague::around),
          new ChineseMoney(),
          new ChineseDurations(),
          new ChineseFigures(),
          new ChineseWords());

  private static final List<Recogniser> ENGLISH =
      List.of(
          new Identifiers(),
          new EnglishRecurrences(),
          new TimeRecogniser(EnglishTimes::read, EnglishVague::around),
          new EnglishMoney(),
          new EnglishFigures(),
          new EnglishDurations(),
          new EnglishWords());

  private RuleEntityParser() {}

  public static RuleEntityParser of() {
    return ONLY;
  }

  @Override
  public List<Entity> parse(String text, Lang lang, ZonedDateTime now, Currency currency) {
    NormalText normal = NormalText.of(text);
    Scene scene = new Scene(normal.normal(), now, currency, PastCue.isIn(normal.normal()));
    List<Recogniser> recognisers =
        switch (lang) {
          case ZH -> CHINESE;
          case EN -> ENGLISH;
        };
    List<Entity> entities = new ArrayList<>();
    int end = 0;
    for (int at = 0; at < scene.text().length(); at++) {
      if (at < end || isInsideWord(scene.text(), at, end)) {
        continue;
      }
      Mention best = best(recognisers, at, scene);
      int phrase = lang == Lang.ZH ? FixedPhrases.length(scene, at) : 0;
      if (phrase > 0 && (best == null || phrase >= best.length())) {
        end = at + phrase;
      } else if (best != null) {
        entities.add(entity(best, normal));
        end = best.end();
      }
    }
    return List.copyOf(entities);
  }

  private static @Nullable Mention best(List<Recogniser> recognisers, int at, Scene scene) {
    Mention best = null;
    for (Recogniser recogniser : recognisers) {
      Mention mention = recogniser.at(at, scene);
      if (mention != null && (best == null || mention.length() > best.length())) {
        best = mention;
      }
    }
    return best;
  }

  /** Nothing begins in the middle of a western number, a row of digits or a Latin word. */
  private static boolean isInsideWord(String text, int at, int end) {
    if (at == 0 || at == end) {
      return false;
    }
    char before = text.charAt(at - 1);
    char here = text.charAt(at);
    return (Cursor.isDigit(here) && (Cursor.isDigit(before) || isJoint(text, at - 1)))
        || (Cursor.isLetter(here) && Cursor.isLetter(before))
        || (ChineseDigit.value(here) >= 0 && ChineseDigit.value(before) >= 0);
  }

  /** A point or comma between two digits. */
  private static boolean isJoint(String text, int at) {
    return at > 0
        && (text.charAt(at) == '.' || text.charAt(at) == ',')
        && Cursor.isDigit(text.charAt(at - 1));
  }

  private static Entity entity(Mention mention, NormalText normal) {
    Span span = normal.origin(mention.start(), mention.end());
    return new Entity(
        mention.type(),
        span,
        normal.words(span),
        mention.value(),
        mention.alternatives(),
        mention.vague(),
        mention.confidence());
  }
}
