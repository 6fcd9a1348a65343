package io.heyue.app.engine;

import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Terms;
import io.heyue.store.json.Json;

/** Where conversations stand, as the database holds it. */
final class States {
  private static final Json JSON = Json.of(Terms.class);

  private States() {}

  static String write(DialogueState state) {
    return JSON.write(state);
  }

  static DialogueState read(String text) {
    return JSON.read(text, DialogueState.class);
  }
}
