package io.heyue.app.engine;

import io.heyue.brain.llm.Phraser;
import io.heyue.brain.llm.SecondReader;
import io.heyue.core.base.Lang;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Flow;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.reply.Rewordable;
import io.heyue.core.reply.Rewording;
import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.Heard;
import io.heyue.core.understanding.Redaction;
import io.heyue.core.understanding.Understanding;
import io.heyue.core.understanding.entity.RuleEntityParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A chat model's part in conversations, as far as the lender and the flow let it have one: it may
 * be asked what somebody meant, and for other words. What it says goes into a turn as what was
 * understood and as words to be judged; the turn is taken without it. Thread-safe.
 */
public final class Aide {
  private final Optional<SecondReader> reader;
  private final Optional<Phraser> phraser;

  private Aide(Optional<SecondReader> reader, Optional<Phraser> phraser) {
    this.reader = reader;
    this.phraser = phraser;
  }

  /** Nobody is asked anything. */
  public static Aide none() {
    return new Aide(Optional.empty(), Optional.empty());
  }

  public static Aide of(SecondReader reader, Phraser phraser) {
    return new Aide(Optional.of(reader), Optional.of(phraser));
  }

  /** Whether there is nobody to be asked. */
  boolean absent() {
    return reader.isEmpty() && phraser.isEmpty();
  }

  /** Whether it may have a part in a conversation at all. */
  boolean helps(Dossier dossier) {
    return !absent()
        && (dossier.mandate().model().reading() || dossier.mandate().model().phrasing());
  }

  /**
   * An understanding, with a second opinion where the first is unsure. Of whoever has not proved
   * who they are nothing leaves the house, and nothing is taken that somebody else makes of it.
   *
   * @param state where the conversation stands before these words
   * @param ask whether a model may be waited for; else only what is known already counts
   */
  Understanding hear(
      Understanding first,
      Heard heard,
      DialogueState state,
      Dossier dossier,
      Flow.Aid aid,
      boolean ask) {
    if (reader.isEmpty()
        || !state.verified()
        || !dossier.mandate().model().reading()
        || first.main().confidence() >= aid.readBelow()) {
      return first;
    }
    Lang lang = heard.lang().orElse(Lang.ZH);
    Redaction masked =
        Redaction.of(
            heard.text(),
            entities(first, heard),
            List.of(dossier.borrower().name().reveal(), dossier.account().tail()),
            lang);
    return reader
        .get()
        .opinion(masked, heard.after(), lang, ask)
        .flatMap(opinion -> opinion.beside(first, state.proposed().isPresent(), aid.readAs()))
        .orElse(first);
  }

  /** What any of our languages finds: a sum is hidden in whichever it is said. */
  private static List<Entity> entities(Understanding first, Heard heard) {
    List<Entity> entities = new ArrayList<>(first.entities());
    for (Lang lang : Lang.values()) {
      entities.addAll(
          RuleEntityParser.of().parse(heard.text(), lang, heard.now(), heard.currency()));
    }
    return entities;
  }

  /**
   * Other words for some of these phrases.
   *
   * @param ask whether a model may be waited for; else only what is known already counts
   */
  List<Rewording> words(List<Rewordable> phrases, Dossier dossier, boolean ask) {
    return phraser.isEmpty() || phrases.isEmpty() || !dossier.mandate().model().phrasing()
        ? List.of()
        : phraser.get().words(phrases, ask);
  }
}
