package io.heyue.brain.encoder;

import static io.heyue.core.understanding.Intent.ABUSIVE;
import static io.heyue.core.understanding.Intent.AGREE_TO_PAY;
import static io.heyue.core.understanding.Intent.ALREADY_PAID;
import static io.heyue.core.understanding.Intent.DISTRESS;
import static io.heyue.core.understanding.Intent.PROMISE_WITH_DATE;
import static io.heyue.core.understanding.Intent.UNCLEAR;

import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.ScoredIntent;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the intents of one language. Thread-safe. */
final class IntentReader {
  private static final double VERBATIM = 0.99;

  /** How sure we are of a yes or no that is not in the lexicon as it stands. */
  private static final double PLAIN = 0.97;

  /** Below this the likeliest intent is no better than a guess. */
  private static final double GUESS = 0.1;

  /** How sure we are then that we have not understood. */
  private static final double UNSURE = 0.5;

  /** An intent wins over a likelier one if it has at least this share of its probability. */
  private static final double NEAR_TIE = 0.85;

  /** What a clause says counts less than what the whole says. */
  private static final double CLAUSE = 0.7;

  private static final double CLAUSE_LEAST = 0.45;

  /** From here on a word is an insult and not just rude. */
  private static final double INSULT = 0.6;

  /** From here on a word is an insult whatever stands around it. */
  private static final double BLUNT = 0.9;

  /** A milder word counts only if the head, too, hears a trace of abuse: 滚利 is interest. */
  private static final double HINT = 0.02;

  /** From here on self-harm comes before anything else that was said. */
  private static final double ALARM = 0.5;

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

  /** What a day means as the answer to a question. */
  private static final Map<String, Intent> DAY_ANSWERS =
      Map.of(
          "ask_when", PROMISE_WITH_DATE,
          "ask_callback", Intent.CALL_BACK_LATER,
          "ask_paid_when", ALREADY_PAID);

  /** How sure we are of such an answer, and how much of it the head must have heard at least. */
  private static final double ANSWER = 0.6;

  private static final double TRACE = 0.04;

  private final Lexicon lexicon;
  private final Heads heads;
  private final SentenceEncoder encoder;
  private final Vectoriser vectoriser;
  private final AnswerTable table;
  private final PlainAnswer answers;
  private final RiskReader risks;

  IntentReader(
      Lexicon lexicon,
      Heads heads,
      SentenceEncoder encoder,
      PlainAnswer answers,
      RiskReader risks) {
    this.lexicon = lexicon;
    this.heads = heads;
    this.encoder = encoder;
    this.vectoriser =
        new Vectoriser(lexicon.lang(), heads.projection(), heads.neighbours(), heads.rarity());
    this.table = new AnswerTable(lexicon.examples());
    this.answers = answers;
    this.risks = risks;
  }

  /** The intents of {@code text} on the day {@code today}, which may answer {@code after}. */
  Ranking read(String text, String after, List<Entity> entities, LocalDate today) {
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
    answers.find(plain, after).ifPresent(intent -> ranking.raise(intent, PLAIN));
    settle(ranking, after, entities, today);
    raiseRisks(ranking, text);
    return ranking;
  }

  private void judge(
      String plain, String after, double trust, Set<Intent> ignored, Ranking ranking) {
    Features features = vectoriser.features(plain, after, encoder.encode(plain));
    double[] probabilities = heads.intents().probabilities(features);
    for (int label = 0; label < probabilities.length; label++) {
      Intent intent = heads.labels().get(label);
      double confidence = probabilities[label] * trust;
      if (trust == 1 || (confidence >= CLAUSE_LEAST && !ignored.contains(intent))) {
        ranking.raise(intent, confidence);
      }
    }
  }

  private void settle(Ranking ranking, String after, List<Entity> entities, LocalDate today) {
    List<Entity> days = entities.stream().filter(entity -> DAYS.contains(entity.type())).toList();
    boolean passed = !days.isEmpty() && days.stream().allMatch(day -> Passed.is(day, today));
    if (passed && ranking.of(ALREADY_PAID) >= TRACE) {
      ranking.move(PROMISE_WITH_DATE, ALREADY_PAID, 0.9);
    } else if (!days.isEmpty() && !passed) {
      ranking.move(AGREE_TO_PAY, PROMISE_WITH_DATE, 0.8);
    }
    if (!days.isEmpty() && (!passed || "ask_paid_when".equals(after))) {
      answerWithDay(ranking, after);
    }
    List<ScoredIntent> ranked = ranking.list();
    ScoredIntent first = ranked.getFirst();
    if (first.confidence() < GUESS) {
      ranking.raise(UNCLEAR, UNSURE);
      return;
    }
    ranked.stream()
        .skip(1)
        .filter(other -> other.confidence() >= NEAR_TIE * first.confidence())
        .filter(other -> lexicon.wins(other.intent(), first.intent()))
        .findFirst()
        .ifPresent(other -> ranking.lead(other.intent()));
  }

  /** A day said to the question for one answers it, unless something else was clearly meant. */
  private static void answerWithDay(Ranking ranking, String after) {
    Intent answer = DAY_ANSWERS.get(after);
    boolean open = ranking.list().getFirst().confidence() < ANSWER;
    if (answer != null && open && ranking.of(answer) >= TRACE) {
      ranking.raise(answer, ANSWER);
    }
  }

  private void raiseRisks(Ranking ranking, String text) {
    double abuse = risks.abuse(text);
    if (abuse >= BLUNT || (abuse >= INSULT && ranking.of(ABUSIVE) >= HINT)) {
      ranking.raise(ABUSIVE, Math.min(VERBATIM, abuse));
    }
    double distress = risks.distress(text);
    if (distress > 0) {
      ranking.raise(DISTRESS, Math.min(VERBATIM, distress));
    }
    if (ranking.of(DISTRESS) >= ALARM) {
      ranking.lead(DISTRESS);
    }
  }
}
