package io.heyue.core.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody else makes of words that the trained models are unsure of. It may find what was
 * overlooked, and bind nobody: neither who speaks nor a yes is ever taken from it, what was found
 * without it stays, and it counts for no more than it is trusted. Pure.
 *
 * @param intents the likeliest first
 * @param feeling calm where it names none
 * @param source who says so, with the version of how it was asked
 */
public record SecondOpinion(List<Intent> intents, Emotion.Feeling feeling, String source) {
  /** More than three things are seldom said at once, and never by somebody who is unsure. */
  public static final int MOST = 3;

  /** Each further intent is trusted so much less than the one before. */
  private static final double FURTHER = 0.8;

  /** Just enough to be answered in a softer tone. */
  private static final double FELT = 0.4;

  /** Who somebody is must be heard from them; and a yes must be theirs. */
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
          Intent.UNCLEAR);

  public SecondOpinion {
    intents = List.copyOf(intents);
  }

  /**
   * The first understanding with what this one adds; empty where it adds nothing.
   *
   * @param after our last question or move, as in {@link Heard}
   * @param trust how much it counts, 0 to 1
   */
  public Optional<Understanding> beside(Understanding first, Optional<String> after, double trust) {
    List<ScoredIntent> all = new ArrayList<>();
    double weight = trust;
    for (Intent intent : intents.stream().distinct().limit(MOST).toList()) {
      if (!NEVER.contains(intent) && !(intent == Intent.AGREE_TO_PAY && awaitsYes(after))) {
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
                first.provenance().model() + " + " + source, first.provenance().lexicon())));
  }

  private static boolean awaitsYes(Optional<String> after) {
    return after.filter(id -> id.startsWith("offer_") || id.startsWith("read_back_")).isPresent();
  }

  /** It may make us softer, never harder. */
  private Emotion emotion(Emotion felt) {
    return felt.label() == Emotion.Feeling.CALM && feeling != Emotion.Feeling.CALM
        ? new Emotion(feeling, FELT, List.of())
        : felt;
  }
}
