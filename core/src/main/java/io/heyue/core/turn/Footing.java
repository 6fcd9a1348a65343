package io.heyue.core.turn;

import io.heyue.core.compliance.Delivery;
import io.heyue.core.compliance.Guard;
import io.heyue.core.law.RuleForm.Duty;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.reply.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Adds to words what the law wants said along with them by the way that they go, such as how to
 * hear no more, where they don't say it themselves. Before they are judged: what is added is judged
 * with the rest. Pure and thread-safe.
 */
public final class Footing {
  private static final String PHRASE = "carry_";

  private final Writer writer;
  private final Guard guard;

  Footing(Writer writer, Guard guard) {
    this.writer = writer;
    this.guard = guard;
  }

  /** Every phrase that may be added. */
  public static List<String> phrases() {
    return Stream.of(Duty.OPT_OUT).map(Footing::phrase).toList();
  }

  private static String phrase(Duty duty) {
    return PHRASE + duty.name().toLowerCase(Locale.ROOT);
  }

  /** Words with what they lack, as far as the phrase book has words for it. */
  DraftReply under(
      DraftReply draft, Dossier dossier, Delivery delivery, Writer.Setting setting, Instant now) {
    DraftReply whole = draft;
    if (!draft.isEmpty()) {
      for (Duty duty : guard.lacking(draft, dossier, delivery, now)) {
        whole = writer.append(whole, phrase(duty), setting);
      }
    }
    return whole;
  }
}
