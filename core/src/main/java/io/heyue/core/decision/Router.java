package io.heyue.core.decision;

import io.heyue.core.dialogue.Route;

/** Says who goes on with a conversation, and from when on. Thread-safe. */
@FunctionalInterface
public interface Router {
  Route route(Situation situation);
}
