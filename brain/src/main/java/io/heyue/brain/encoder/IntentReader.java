package io.heyue.brain.encoder;

import static io.heyue.core.understanding.Intent.ABUSIVE;
import static io.heyue.core.understanding.Intent.AGREE_TO_PAY;
import static io.heyue.core.understanding.Intent.ALREADY_PAID;
import static io.heyue.core.understanding.Intent.CONFIRM_IDENTITY;
import static io.heyue.core.understanding.Intent.DENY_IDENTITY;
import static io.heyue.core.understanding.Intent.DISTRESS;
import static io.heyue.core.understanding.Intent.PROMISE_WITH_DATE;
import static io.heyue.core.understanding.Intent.REQUEST_INSTALMENT;
import static io.heyue.core.understanding.Intent.UNCLEAR;

import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.ScoredIntent;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

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

  /** From here on an intent was said beside the one that decides the way. */
  private static final double SAID = 0.5;

  /** How much it counts for the point whether a clause says it by itself. */
  private static final double ALONE = 0.0625;

  /** A clause that doesn't say it takes away no more than this would. */
  private static final double FAINT = 0.03;

  /** What a clause says counts less than what the whole says. */
  private static final double CLAUSE = 0.7;

  /** From here on it is clear what decides the way. */
  private static final double CLEAR = 0.9;

  /** As likely it must then be that something else was said in the whole as well. */
  private static final double HEARD = 0.1;

  /** And counts only from here on. */
  private static final double CLAUSE_LEAST = 0.45;

  /** What is said beside is never surer than this share of what decides the way. */
  private static final double BESIDE = 0.8;

  /** From here on a word is an insult and not just rude. */
  private static final double INSULT = 0.6;

  /** From here on a word is an insult whatever stands around it. */
  private static final double BLUNT = 0.9;

  /** A milder word counts only if the model, too, hears a trace of abuse: 滚利 is interest. */
  private static final double HINT = 0.02;

  /** From here on it hears an insult, whatever the point is. */
  private static final double OFFENSIVE = 0.5;

  /** From here on self-harm comes before anything else that was said. */
  private static final double ALARM = 0.5;

  /** What people say beside the point; beside something else it adds nothing. */
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

  private static final String PAY_DAY = "ask_pay_day";

  /** What a day means as the answer to a question. */
  private static final Map<String, Intent> DAY_ANSWERS =
      Map.of(
          "ask_when",
          PROMISE_WITH_DATE,
          "ask_rest",
          PROMISE_WITH_DATE,
          PAY_DAY,
          PROMISE_WITH_DATE,
          "ask_callback",
          Intent.CALL_BACK_LATER,
          "ask_paid_when",
          ALREADY_PAID);

  /** How sure we are of such an answer, and how much of it the head must have heard at least. */
  private static final double ANSWER = 0.6;

  private static final double TRACE = 0.04;

  /** What a day beside it never outweighs. */
  private static final Set<Intent> PROTECTIVE =
      EnumSet.of(
          Intent.STOP_CONTACT,
          Intent.COMPLAIN,
          Intent.DISPUTE_DEBT,
          Intent.VULNERABILITY,
          Intent.DISTRESS,
          Intent.LEGAL_REPRESENTATION,
          Intent.SUSPECT_FRAUD,
          Intent.REQUEST_HUMAN,
          Intent.DEBTOR_DECEASED);

  private final Lexicon lexicon;
  private final AnswerTable table;
  private final PlainAnswer answers;
  private final RiskReader risks;

  IntentReader(Lexicon lexicon, PlainAnswer answers, RiskReader risks) {
    this.lexicon = lexicon;
    this.table = new AnswerTable(lexicon.examples());
    this.answers = answers;
    this.risks = risks;
  }

  /**
   * The intents of what has no letter or digit where it is read; a long text may say something in
   * its middle.
   */
  Ranking silence(Spoken spoken) {
    Ranking ranking = new Ranking();
    ranking.raise(UNCLEAR, VERBATIM);
    raiseRisks(ranking, spoken, 0);
    return ranking;
  }

  /**
   * The intents of {@code spoken} on the day {@code today}.
   *
   * @param reading of the whole
   * @param clauses of each clause, where there are several
   */
  Ranking read(
      Spoken spoken,
      Reading reading,
      List<Reading> clauses,
      List<Entity> entities,
      LocalDate today) {
    String after = spoken.after();
    Ranking ranking = new Ranking();
    Map<Intent, Double> deciding = weighed(reading.intents(), clauses);
    deciding.forEach(ranking::raise);
    double most = deciding.values().stream().mapToDouble(each -> each).max().orElse(1);
    raiseBeside(reading, clauses, most, ranking);
    table.find(spoken.text(), after).ifPresent(intent -> ranking.raise(intent, VERBATIM));
    answers.find(spoken.plain(), after).ifPresent(intent -> ranking.raise(intent, PLAIN));
    if (after.equals("open") && introduces(spoken)) {
      ranking.raise(CONFIRM_IDENTITY, PLAIN);
      ranking.move(DENY_IDENTITY, CONFIRM_IDENTITY, 1);
    }
    settle(ranking, after, entities, today);
    raiseRisks(ranking, spoken, reading.offensive());
    return ranking;
  }

  /** What a clause says by itself as well is a little likelier to be the point. */
  private static Map<Intent, Double> weighed(Map<Intent, Double> whole, List<Reading> clauses) {
    if (clauses.isEmpty()) {
      return whole;
    }
    Map<Intent, Double> weighed = new EnumMap<>(Intent.class);
    whole.forEach((intent, likely) -> {
      weighed.put(intent, likely * Math.pow(Math.max(FAINT, alone(intent, clauses)), ALONE));
    });
    return Reading.together(weighed);
  }

  /**
   * Adds what was said beside the point: by the head that knows, and by what a clause says clearly
   * by itself, unless the whole is clear and doesn't hear it.
   */
  private static void raiseBeside(
      Reading reading, List<Reading> clauses, double most, Ranking ranking) {
    double least = most >= CLEAR ? HEARD : 0;
    for (Intent intent : Intent.values()) {
      double said = reading.said().getOrDefault(intent, 0.0);
      double alone = CLAUSE * alone(intent, clauses);
      boolean heard = said >= least || intent == DISTRESS;
      double likely = Math.max(said >= SAID ? said : 0, alone >= CLAUSE_LEAST && heard ? alone : 0);
      if (likely > 0 && !SMALL_TALK.contains(intent)) {
        // A life is at stake whatever else was said.
        ranking.raise(intent, intent == DISTRESS ? likely : Math.min(likely, BESIDE * most));
      }
    }
  }

  /** How likely it is by the clause that says it most clearly. */
  private static double alone(Intent intent, List<Reading> clauses) {
    return clauses.stream()
        .mapToDouble(clause -> clause.intents().getOrDefault(intent, 0.0))
        .max()
        .orElse(0);
  }

  private boolean introduces(Spoken spoken) {
    return spoken
        .sought()
        .filter(name -> answers.introduces(spoken.plain(), name.reveal()))
        .isPresent();
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
    if (after.equals(PAY_DAY) && isPayDay(entities)) {
      ranking.move(REQUEST_INSTALMENT, PROMISE_WITH_DATE, 0.9);
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

  /** Whether one of {@code entities} is a day, or comes on one. */
  static boolean namesDay(List<Entity> entities) {
    return entities.stream()
        .anyMatch(entity -> DAYS.contains(entity.type()) || entity.type() == EntityType.RECURRENCE);
  }

  /** "Every month on the fifth" says when the pay comes, unless it says how much would be paid. */
  private static boolean isPayDay(List<Entity> entities) {
    return entities.stream().anyMatch(entity -> entity.type() == EntityType.RECURRENCE)
        && entities.stream()
            .noneMatch(entity ->
                entity.type() == EntityType.MONEY || entity.type() == EntityType.INSTALMENTS);
  }

  /** A day said to the question for one answers it, unless something else was clearly meant. */
  private static void answerWithDay(Ranking ranking, String after) {
    Intent answer = DAY_ANSWERS.get(after);
    ScoredIntent first = ranking.list().getFirst();
    boolean open = first.confidence() < ANSWER && !PROTECTIVE.contains(first.intent());
    if (answer != null && open && ranking.of(answer) >= TRACE) {
      ranking.raise(answer, ANSWER);
    }
  }

  /**
   * A word of dialect may be a word of risk itself, and what it means may; they are looked for in
   * all of a text, however long.
   *
   * @param offensive how likely the model finds that it insults us
   */
  private void raiseRisks(Ranking ranking, Spoken spoken, double offensive) {
    double abuse = risk(spoken, risks::abuse);
    boolean hinted = ranking.of(ABUSIVE) >= HINT || offensive >= OFFENSIVE;
    if (abuse >= BLUNT || (abuse >= INSULT && hinted)) {
      ranking.raise(ABUSIVE, Math.min(VERBATIM, abuse));
    }
    double distress = risk(spoken, risks::distress);
    if (distress > 0) {
      ranking.raise(DISTRESS, Math.min(VERBATIM, distress));
    }
    if (ranking.of(DISTRESS) >= ALARM) {
      ranking.lead(DISTRESS);
    }
  }

  private static double risk(Spoken spoken, ToDoubleFunction<String> reader) {
    return Stream.of(spoken.text(), spoken.retold(), spoken.plain())
        .distinct()
        .mapToDouble(reader)
        .max()
        .orElse(0);
  }
}
