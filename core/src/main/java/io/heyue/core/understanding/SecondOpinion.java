package io.heyue.core.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody else makes of words that the trained models are unsure of. It may find what was
 * overlooked, and bind nobody: neither who speaks, nor a yes, nor what marks a case or ends a
 * conversation is ever taken from it, what was found without it stays, and it counts for no more
 * than it is trusted. Pure.
 *
 * @param intents the likeliest first
 * @param feeling calm where it names none
 * @param source who says so, with the version of how it was asked
 */
public record SecondOpinion(List<Intent> intents, Emotion.Feeling feeling, String source) {
  /** More than three things are seldom said at once, and never by somebody who is unsure. */
  public static final int MOST = 3;

  /** Stands in the name of what understood, between the model and what was asked besides. */
  private static final String BESIDE = " + ";

  /** Each further intent is trusted so much less than the one before. */
  private static final double FURTHER = 0.8;

  /** Just enough to be answered in a softer tone. */
  private static final double FELT = 0.4;

  /**
   * What does harm where it is taken for heard and was not: who somebody is, a yes or a no, and all
   * that marks a case or ends a conversation. A question that is answered in vain does none, and
   * what protects somebody may come in: distress, vulnerability, to be left alone, a person.
   */
  private static final Set<Intent> NEVER =
      EnumSet.of(
          Intent.CONFIRM_IDENTITY,
          Intent.DENY_IDENTITY,
          Intent.THIRD_PARTY_RELATED,
          Intent.THIRD_PARTY_UNKNOWN,
          Intent.DEBTOR_DECEASED,
          Intent.DEBTOR_UNREACHABLE,
          Intent.NOT_RESPONSIBLE,
          Intent.AFFIRM,
          Intent.ACKNOWLEDGE,
          Intent.DENY,
          Intent.ALREADY_PAID,
          Intent.REFUSE_TO_PAY,
          Intent.BUSY_NOW,
          Intent.CALL_BACK_LATER,
          Intent.GREETING,
          Intent.FAREWELL,
          Intent.DISPUTE_DEBT,
          Intent.COMPLAIN,
          Intent.ABUSIVE,
          Intent.SUSPECT_FRAUD,
          Intent.LEGAL_REPRESENTATION,
          Intent.ALREADY_WITH_SERVICE,
          Intent.UNCLEAR);

  /** What can be taken for a yes where something is on the table, by the rows of the flows. */
  private static final Set<Intent> YES =
      EnumSet.of(
          Intent.AGREE_TO_PAY,
          Intent.PROMISE_WITH_DATE,
          Intent.OFFER_PARTIAL,
          Intent.AUTO_DEBIT_EXPECTED,
          Intent.REQUEST_EXTENSION,
          Intent.REQUEST_INSTALMENT,
          Intent.REQUEST_REDUCTION);

  public SecondOpinion {
    intents = List.copyOf(intents);
  }

  /**
   * The first understanding with what this one adds; empty where it adds nothing.
   *
   * @param onTheTable whether terms are proposed, ours or theirs, to which a yes would bind
   * @param trust how much it counts, 0 to 1
   */
  public Optional<Understanding> beside(Understanding first, boolean onTheTable, double trust) {
    List<ScoredIntent> all = new ArrayList<>();
    double weight = trust;
    for (Intent intent : intents.stream().distinct().limit(MOST).toList()) {
      if (!NEVER.contains(intent) && !(onTheTable && YES.contains(intent))) {
        all.add(new ScoredIntent(intent, Math.max(weight, first.confidence(intent))));
        weight *= FURTHER;
      }
    }
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Set<Intent> added = EnumSet.noneOf(Intent.class);
    all.forEach(scored -> added.add(scored.intent()));
    first.intents().stream()
        .filter(scored -> scored.intent() != Intent.UNCLEAR && !added.contains(scored.intent()))
        .forEach(all::add);
    all.sort(Comparator.comparingDouble(ScoredIntent::confidence).reversed());
    return Optional.of(
        new Understanding(
            first.text(),
            first.language(),
            all,
            first.entities(),
            emotion(first.emotion()),
            first.cooperation(),
            new Provenance(
                first.provenance().model() + BESIDE + source, first.provenance().lexicon())));
  }

  /** Whether the model that heard first was too unsure to be left alone. */
  public static boolean wasAsked(Understanding heard) {
    return heard.provenance().model().contains(BESIDE);
  }

  /** It may make us softer, never harder. */
  private Emotion emotion(Emotion felt) {
    return felt.label() == Emotion.Feeling.CALM && feeling != Emotion.Feeling.CALM
        ? new Emotion(feeling, FELT, List.of())
        : felt;
  }
}
