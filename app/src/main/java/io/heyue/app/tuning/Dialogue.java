package io.heyue.app.tuning;

import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import java.util.List;

/**
 * A conversation as it may leave: masked, each side's messages in a row as one.
 *
 * @param marks how much was masked
 */
record Dialogue(ConversationId id, Lang lang, List<Line> lines, int marks) {
  Dialogue {
    lines = List.copyOf(lines);
  }

  /** What one side said. */
  record Line(boolean ours, String text) {}
}
