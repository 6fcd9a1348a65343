package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import io.heyue.core.decision.Situation;
import io.heyue.core.decision.Treatment;
import io.heyue.core.decision.TreatmentTable;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Intent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How somebody is written to first: the table's word, held to the addresses that there are. */
final class Beginning {
  private final TreatmentTable table;

  Beginning(TreatmentTable table) {
    this.table = table;
  }

  /**
   * Chooses.
   *
   * @param channels at least one: those that the campaign allows and at which the person has an
   *     address, the preferred one first
   */
  Treatment choose(Dossier dossier, List<Channel> channels, Instant now) {
    Treatment wished = table.choose(situation(dossier, channels.getFirst(), now));
    if (channels.contains(wished.channel())) {
      return wished;
    }
    Channel channel = channels.getFirst();
    List<String> reasons = new ArrayList<>(wished.reasons());
    reasons.add("no way to write by " + wished.channel().id() + ": " + channel.id());
    return new Treatment(
        channel,
        wished.from(),
        wished.to(),
        Phrases.first(channel, dossier.matter().tallies().unanswered()),
        wished.propensity(),
        reasons);
  }

  /** Nothing was said yet, so only what the case holds is known. */
  private static Situation situation(Dossier dossier, Channel channel, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, Timing.zone(dossier));
    Case.Tallies tallies = dossier.matter().tallies();
    return new Situation(
        dossier.account().daysPastDue(today),
        Intent.UNCLEAR,
        0,
        Emotion.Feeling.CALM,
        0,
        Cooperation.MID,
        tallies.attempts(),
        tallies.unanswered(),
        tallies.kept(),
        tallies.broken(),
        tallies.partialPayments(),
        0,
        channel);
  }
}
