package io.heyue.store.conversations;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.portfolio.Disposition;
import java.time.Instant;
import java.util.Optional;

/**
 * A conversation as it is kept.
 *
 * @param point the number or address by which it is held
 * @param permit the contact by which the person came to it
 * @param flow id of its flow
 * @param state where it stands, as the caller writes it; empty until the person is there
 * @param version how often it was written
 * @param verified whether the right party was verified
 * @param nextListenAt when silence is told, if an answer is awaited
 */
public record Talk(
    ConversationId id,
    CaseId matter,
    PersonId person,
    Channel channel,
    Optional<ContactPointId> point,
    Optional<CampaignId> campaign,
    Optional<PermitId> permit,
    Lang lang,
    String flow,
    Optional<String> state,
    long version,
    boolean verified,
    Optional<Disposition> disposition,
    Instant createdAt,
    Optional<Instant> begunAt,
    Optional<Instant> endedAt,
    Optional<Instant> nextListenAt) {

  /** A conversation that nobody has come to yet. */
  public static Talk planned(
      ConversationId id,
      CaseId matter,
      PersonId person,
      Channel channel,
      Optional<ContactPointId> point,
      Optional<CampaignId> campaign,
      Optional<PermitId> permit,
      Lang lang,
      String flow,
      Instant now) {
    return new Talk(
        id,
        matter,
        person,
        channel,
        point,
        campaign,
        permit,
        lang,
        flow,
        Optional.empty(),
        0,
        false,
        Optional.empty(),
        now,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public boolean over() {
    return endedAt.isPresent();
  }

  /** The same after a turn. */
  public Talk after(
      String state,
      Lang lang,
      boolean verified,
      Optional<Disposition> disposition,
      Optional<Instant> nextListenAt,
      Instant now) {
    return new Talk(
        id,
        matter,
        person,
        channel,
        point,
        campaign,
        permit,
        lang,
        flow,
        Optional.of(state),
        version + 1,
        verified,
        disposition,
        createdAt,
        begunAt.isPresent() ? begunAt : Optional.of(now),
        disposition.map(_ -> now),
        nextListenAt);
  }
}
