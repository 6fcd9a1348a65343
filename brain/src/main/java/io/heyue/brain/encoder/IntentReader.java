package io.heyue.brain.encoder;

import static io.heyue.core.understanding.Intent.AGREE_TO_PAY;
import static io.heyue.core.understanding.Intent.PROMISE_WITH_DATE;
import static io.heyue.core.understanding.Intent.UNCLEAR;

import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.ScoredIntent;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads the intents of one language. Thread-safe. */
final class IntentReader {
  private static final double VERBATIM = 0.99;

  /** Below this the likeliest intent is no better than a guess. */
  private static final double GUESS = 0.22;

  /** An intent wins over a likelier one if it has at least this share of its probability. */
  private static final double NEAR_TIE = 0.6;

  /** What a clause says counts a little less than what the whole says. */
  private static final double CLAUSE = 0.92;

  private static final double CLAUSE_LEAST = 0.35;

  /** What people say beside the point; heard in a clause it adds nothing. */
  private static final Set<Intent> SMALL_TALK =
      EnumSet.of(
          Intent.ACKNOWLEDGE,
          Intent.AFFIRM,
          Intent.DENY,
          Intent.GREETING,
          Intent.FAREWELL,
          Intent.UNCLEAR,
          Intent.INTERRUPT_WAIT);

  private static final Set<EntityType> DAYS =
      EnumSet.of(
          EntityType.DATE,
          EntityType.DATETIME,
          EntityType.DATE_RANGE,
          EntityType.DATETIME_RANGE,
          EntityType.PAYMENT_EVENT);

  private final Lexicon lexicon;
  private final Heads heads;
  private final Vectoriser vectoriser;
  private final AnswerTable table;

  IntentReader(Lexicon lexicon, Heads heads, SentenceEncoder encoder) {
    this.lexicon = lexicon;
    this.heads = heads;
    this.vectoriser = new Vectoriser(encoder, lexicon.lang(), heads.rarity());
    this.table = new AnswerTable(lexicon.examples());
  }

  Ranking read(String text, String after, List<Entity> entities) {
    Ranking ranking = new Ranking();
    String plain = PlainText.of(text);
    if (plain.codePoints().noneMatch(Character::isLetterOrDigit)) {
      ranking.raise(UNCLEAR, VERBATIM);
      return ranking;
    }
    judge(plain, after, 1, EnumSet.noneOf(Intent.class), ranking);
    for (String clause : Clauses.of(plain)) {
      judge(clause, after, CLAUSE, SMALL_TALK, ranking);
    }
    table.find(text, after).ifPresent(intent -> ranking.raise(intent, VERBATIM));
    settle(ranking, entities);
    return ranking;
  }

  private void judge(
      String plain, String after, double trust, Set<Intent> ignored, Ranking ranking) {
    double[] probabilities = heads.intents().probabilities(vectoriser.features(plain, after));
    for (int label = 0; label < probabilities.length; label++) {
      Intent intent = heads.labels().get(label);
      double confidence = probabilities[label] * trust;
      if (trust == 1 || (confidence >= CLAUSE_LEAST && !ignored.contains(intent))) {
        ranking.raise(intent, confidence);
      }
    }
  }

  private void settle(Ranking ranking, List<Entity> entities) {
    boolean day = entities.stream().anyMatch(entity -> DAYS.contains(entity.type()));
    if (day) {
      ranking.move(AGREE_TO_PAY, PROMISE_WITH_DATE, 0.8);
    }
    List<ScoredIntent> ranked = ranking.list();
    ScoredIntent first = ranked.getFirst();
    if (first.confidence() < GUESS) {
      ranking.raise(UNCLEAR, Math.max(0.3, 1 - 2 * first.confidence()));
      return;
    }
    ranked.stream()
        .skip(1)
        .filter(other -> other.confidence() >= NEAR_TIE * first.confidence())
        .filter(other -> lexicon.wins(other.intent(), first.intent()))
        .findFirst()
        .ifPresent(other -> ranking.lead(other.intent()));
  }
}
