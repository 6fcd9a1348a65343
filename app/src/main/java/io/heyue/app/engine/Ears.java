package io.heyue.app.engine;

import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.compliance.Guard;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Flow;
import io.heyue.core.dialogue.Keypad;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Heard;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Language;
import io.heyue.core.understanding.Listener;
import io.heyue.core.understanding.Provenance;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.core.understanding.Understanding;
import io.heyue.core.understanding.VoiceMood;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Hears what an event says, at the point of the conversation at which it says it. */
final class Ears {
  /** What rules call it to read feelings from a voice. */
  private static final String RECOGNISE_EMOTION = "recognise_emotion";

  private final Listener listener;
  private final Aide aide;
  private final Guard guard;

  Ears(Listener listener, Aide aide, Guard guard) {
    this.listener = listener;
    this.aide = aide;
    this.guard = guard;
  }

  /**
   * What was understood.
   *
   * @param first what the trained models made of it by themselves
   * @param whole the same with what a chat model and the voice added; {@code first} where none did
   */
  record Understood(Understanding first, Understanding whole) {}

  /**
   * @param ask whether a chat model may be waited for
   */
  Understood hear(
      ChannelEvent event,
      DialogueState state,
      Dossier dossier,
      Flow flow,
      Instant now,
      boolean ask) {
    ZoneId zone = dossier.borrower().zone();
    ZonedDateTime local = now.atZone(zone == null ? ZoneOffset.UTC : zone);
    if (event instanceof ChannelEvent.Keyed keyed) {
      // Keys mean what they mean by the question that is open; no model has a say in it.
      Understanding keys = Keypad.understand(keyed, state, dossier, local);
      return new Understood(keys, keys);
    }
    if (!event.spoken()) {
      Understanding nothing = nothing(state);
      return new Understood(nothing, nothing);
    }
    Heard heard =
        new Heard(
            event.words(),
            Optional.of(state.lang()),
            Optional.of(state.after()).filter(after -> !after.isEmpty()),
            Optional.of(dossier.borrower().name()),
            local,
            dossier.account().overdue().currency());
    Understanding first = listener.understand(heard);
    Understanding whole = aide.hear(first, heard, state, dossier, flow.aid(), ask);
    return new Understood(first, withVoice(whole, event, dossier, now));
  }

  /** With how it sounded, where the lender wants that and the law lets us ask. */
  private Understanding withVoice(
      Understanding words, ChannelEvent event, Dossier dossier, Instant now) {
    double reliability = dossier.mandate().voice();
    return event instanceof ChannelEvent.SpeechHeard speech
            && speech.tone().isPresent()
            && reliability > 0
            && guard.standing(dossier, now).against(RECOGNISE_EMOTION).isEmpty()
        ? VoiceMood.fuse(words, speech.tone(), reliability)
        : words;
  }

  private static Understanding nothing(DialogueState state) {
    return new Understanding(
        "",
        new Language(state.lang().code(), 1),
        List.of(new ScoredIntent(Intent.UNCLEAR, 1)),
        List.of(),
        Emotion.calm(),
        Cooperation.MID,
        new Provenance("none", "none"));
  }
}
