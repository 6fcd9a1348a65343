package io.heyue.core.decision;

import io.heyue.core.dialogue.Team;

/** Says who goes on with a conversation. Thread-safe. */
@FunctionalInterface
public interface Router {
  Team route(Situation situation);
}
