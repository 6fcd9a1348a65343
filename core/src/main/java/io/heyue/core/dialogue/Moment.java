package io.heyue.core.dialogue;

import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.understanding.Understanding;
import java.time.ZonedDateTime;

/**
 * Everything that a turn of the conversation is decided on.
 *
 * @param dossier who and what it is about
 * @param event what happened
 * @param heard what it means
 * @param route where the routing table sends it
 * @param timeBarred whether the limitation period has passed, or is not known to run
 * @param now on the person's clock
 */
public record Moment(
    Dossier dossier,
    ChannelEvent event,
    Understanding heard,
    Route route,
    boolean timeBarred,
    ZonedDateTime now) {
  /** Whether something that was agreed on in an earlier conversation is still to come. */
  boolean promised() {
    return dossier.matter().openPromises().stream()
        .anyMatch(promise -> !promise.due().isBefore(now.toLocalDate()));
  }
}
