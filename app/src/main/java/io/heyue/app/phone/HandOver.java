package io.heyue.app.phone;

import io.heyue.app.engine.Colleagues;
import io.heyue.app.engine.Said;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.store.handovers.HandoverRow;
import io.heyue.voice.bridge.Agent;
import io.heyue.voice.bridge.BridgeListener;
import io.heyue.voice.talk.Talk;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives calls whose conversation is over to colleagues.
 *
 * @param paced the call, by which others are paced
 * @param threads where what a colleague did is noted; each may wait
 */
record HandOver(Colleagues colleagues, Bridge bridge, Pacer.PacedCall paced, Executor threads) {
  private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);

  /** How a call goes on whose conversation is over. */
  Leader.After after(ConversationId conversation) {
    if (row(conversation).isEmpty()) {
      return Leader.After.LEAVE;
    }
    paced.asked();
    if (bridge.free()) {
      return Leader.After.HAND_OVER;
    }
    paced.served();
    return Leader.After.CALL_BACK;
  }

  /**
   * Has a colleague called.
   *
   * @param nobody is run where none takes it
   * @return whether one is called
   */
  boolean begins(ConversationId conversation, Talk talk, Lang lang, Runnable nobody) {
    boolean begun =
        row(conversation)
            .map(row ->
                bridge.toPerson(
                    talk,
                    lang,
                    row.summary().getOrDefault(lang, ""),
                    new Noting(this, row.id(), nobody)))
            .orElse(false);
    if (!begun) {
      paced.served();
    }
    return begun;
  }

  List<Said> tell(ConversationId conversation, Leader.Parting parting) {
    return colleagues.tell(conversation, parting.phrase());
  }

  private Optional<HandoverRow> row(ConversationId conversation) {
    return colleagues.find(conversation).filter(row -> joins(row.reason()));
  }

  /**
   * Whether a person is wanted in the call itself. Where the answer comes in writing, or from whom
   * the call isn't for, nobody is to be kept on the line.
   */
  private static boolean joins(HandoverReason reason) {
    return switch (reason) {
      case REQUESTED,
          MISUNDERSTOOD,
          OUTSIDE_AUTHORITY,
          ABUSE,
          DISTRESS,
          HARDSHIP,
          VULNERABILITY,
          ALREADY_WITH_SERVICE,
          GUARD_REFUSED ->
          true;
      case LEGAL_REPRESENTATION, VERIFICATION_FAILED, COMPLAINT, DECEASED, DISPUTE -> false;
    };
  }

  /** Notes who took it. */
  private record Noting(HandOver handOver, UUID row, Runnable none) implements BridgeListener {
    @Override
    public void dialling(Agent agent) {
      handOver.paced.calls();
    }

    @Override
    public void joined(Agent agent) {
      handOver.paced.joined();
      handOver.threads.execute(() -> claim(agent));
    }

    private void claim(Agent agent) {
      try {
        var _ = handOver.colleagues.claim(row, agent.name());
      } catch (RuntimeException e) {
        LOG.error("Who took hand-over {} was not kept.", row, e);
      }
    }

    @Override
    public void nobody(Why why) {
      handOver.paced.served();
      LOG.info("Nobody took hand-over {}: {}.", row, why.id());
      none.run();
    }

    @Override
    public void over(boolean joined) {
      handOver.paced.served();
    }
  }
}
