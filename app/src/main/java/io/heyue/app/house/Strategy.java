package io.heyue.app.house;

import io.heyue.app.engine.Phrases;
import io.heyue.app.engine.Treatment;
import io.heyue.app.engine.Treatments;
import io.heyue.brain.tables.Tables;
import io.heyue.core.base.Channel;
import io.heyue.core.decision.Situation;
import io.heyue.core.portfolio.Case;
import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Intent;
import java.time.LocalTime;
import java.util.List;

/** How somebody is written to first, by the strategist's table. */
final class Strategy {
  private static final LocalTime LATEST = LocalTime.of(20, 0);

  private Strategy() {}

  static Treatments of(Tables tables) {
    return (matter, daysPastDue, channels, _) ->
        treatment(
            tables.treatment().choose(situation(matter, daysPastDue, channels.getFirst())),
            matter,
            channels);
  }

  /** The table's word, held to the channels that there are. */
  private static Treatment treatment(
      io.heyue.core.decision.Treatment wished, Case matter, List<Channel> channels) {
    boolean possible = channels.contains(wished.channel());
    Channel channel = possible ? wished.channel() : channels.getFirst();
    return new Treatment(
        channel,
        wished.from().isBefore(LATEST) ? wished.from() : LocalTime.of(9, 0),
        LATEST,
        possible ? wished.phrase() : Phrases.first(channel, matter.tallies().unanswered()),
        1.0,
        String.join("; ", wished.reasons()));
  }

  /** Nothing was said yet, so only what the case holds is known. */
  private static Situation situation(Case matter, int daysPastDue, Channel channel) {
    return new Situation(
        daysPastDue,
        Intent.UNCLEAR,
        0,
        Emotion.Feeling.CALM,
        0,
        Cooperation.MID,
        matter.tallies().attempts(),
        matter.tallies().unanswered(),
        matter.tallies().kept(),
        matter.tallies().broken(),
        matter.tallies().partialPayments(),
        0,
        channel);
  }
}
