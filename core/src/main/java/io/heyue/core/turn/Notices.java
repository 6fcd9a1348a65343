package io.heyue.core.turn;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Tone;
import io.heyue.core.compliance.Delivery;
import io.heyue.core.compliance.Guard;
import io.heyue.core.compliance.Verdict;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.reply.Writer;
import java.time.Instant;
import java.util.Optional;

/**
 * Messages that stand by themselves: the first text, the written confirmation. Worded and judged as
 * every reply is. Pure and thread-safe.
 */
public final class Notices {
  private final Writer writer;
  private final Guard guard;
  private final Footing footing;

  public Notices(Writer writer, Guard guard) {
    this.writer = writer;
    this.guard = guard;
    this.footing = new Footing(writer, guard);
  }

  /**
   * A message and the guard's verdict on it.
   *
   * @param phrase id of the wording
   * @param terms what was agreed, where the wording speaks of it
   * @param code by which the person can check that it is genuine
   * @param link to the person's page
   * @param opening whether it begins a contact, and so must say who writes
   * @param verified whether the addressee was verified before, so that it may speak of the debt
   */
  public Verdict write(
      String phrase,
      Optional<Terms> terms,
      Dossier dossier,
      Lang lang,
      Channel channel,
      String code,
      String link,
      boolean opening,
      boolean verified,
      Instant now) {
    Dossier worded = dossier.in(lang);
    Writer.Setting setting =
        new Writer.Setting(
            worded,
            lang,
            channel,
            Tone.PLAIN,
            code,
            link,
            Situations.local(dossier, now).toLocalDate());
    Delivery delivery = Delivery.byMachine(channel, opening, verified);
    DraftReply draft =
        footing.under(writer.write(phrase, terms, setting), worded, delivery, setting, now);
    return guard.judge(draft, worded, terms.stream().toList(), delivery, now);
  }
}
