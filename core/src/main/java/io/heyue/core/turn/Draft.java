package io.heyue.core.turn;

import io.heyue.core.base.Lang;
import io.heyue.core.compliance.Verdict;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.reply.Rewordable;
import io.heyue.core.reply.Rewording;
import java.util.List;

/**
 * Words and what the guard says of them.
 *
 * @param spoken whether there are any; to say nothing needs no permission
 * @param rewordable the phrases in it for which other words may be looked for
 * @param reworded the other words that stand in it
 */
record Draft(
    DraftReply reply,
    Verdict verdict,
    boolean spoken,
    List<Rewordable> rewordable,
    List<Rewording> reworded) {
  static Draft silent() {
    return new Draft(
        new DraftReply(Lang.ZH, "", List.of(), List.of()),
        new Verdict.Forbidden(List.of(), List.of("there are no words")),
        false,
        List.of(),
        List.of());
  }

  /** The words that may be said; empty where there are none. */
  String words() {
    return switch (verdict) {
      case Verdict.Permitted permitted -> permitted.reply().words();
      case Verdict.Amended amended -> amended.reply().words();
      case Verdict.Forbidden _ -> "";
    };
  }
}
