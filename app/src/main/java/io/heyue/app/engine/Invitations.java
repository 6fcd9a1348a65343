package io.heyue.app.engine;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.Rng;
import io.heyue.core.compliance.ApprovedReply;
import io.heyue.core.compliance.ContactPermit;
import io.heyue.core.compliance.Verdict;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.turn.Notices;
import io.heyue.store.conversations.Links;
import io.heyue.store.conversations.Talk;
import io.heyue.store.outbox.OutgoingLetter;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.ContactPoint;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes messages that lead people to a conversation: by a personal link, or by the call itself,
 * whose words are what it will open with.
 */
final class Invitations {
  /** An invitation and the permit under which it is sent. */
  record Permitted(Invitation invitation, ContactPermit permit) {}

  private final Notices notices;
  private final Chance chance;
  private final URI page;

  Invitations(Notices notices, Chance chance, URI page) {
    this.notices = notices;
    this.chance = chance;
    this.page = page;
  }

  /**
   * Writes that something was agreed in {@code talk}. An e-mail to somebody who was verified holds
   * what it is; a text message, which anybody may see on a screen, only the link to it.
   *
   * @return empty if the guard refuses the words
   */
  Optional<Invitation> confirm(
      Dossier dossier,
      ContactPoint point,
      Channel channel,
      Talk talk,
      PermitId permit,
      Instant now) {
    boolean terms =
        channel == Channel.EMAIL && talk.verified() && !dossier.matter().openPromises().isEmpty();
    return write(
        dossier,
        point,
        channel,
        terms ? Phrases.CONFIRMED_IN_FULL : Phrases.CONFIRMED,
        terms,
        talk.campaign(),
        permit,
        talk.flow(),
        now);
  }

  /**
   * Writes one that tells nothing.
   *
   * @return empty if the guard refuses the words
   */
  Optional<Invitation> write(
      Dossier dossier,
      ContactPoint point,
      Channel channel,
      String phrase,
      Optional<CampaignId> campaign,
      PermitId permit,
      String flow,
      Instant now) {
    return write(dossier, point, channel, phrase, false, campaign, permit, flow, now);
  }

  private Optional<Invitation> write(
      Dossier dossier,
      ContactPoint point,
      Channel channel,
      String phrase,
      boolean verified,
      Optional<CampaignId> campaign,
      PermitId permit,
      String flow,
      Instant now) {
    Rng rng = chance.rng();
    ConversationId conversation = ConversationId.draw(rng);
    String token = chance.secret();
    boolean call = channel == Channel.CALL;
    Verdict verdict =
        notices.write(
            phrase,
            Optional.empty(),
            dossier,
            dossier.borrower().lang(),
            channel,
            conversation.code(),
            call ? "" : page + "/" + token,
            true,
            verified,
            now);
    return approved(verdict)
        .map(reply ->
            new Invitation(
                Talk.planned(
                    conversation,
                    dossier.matter().id(),
                    dossier.borrower().id(),
                    call ? Channel.CALL : Channel.CHAT,
                    Optional.of(point.id()),
                    campaign,
                    Optional.of(permit),
                    dossier.borrower().lang(),
                    flow,
                    now),
                call
                    ? Optional.empty()
                    : Optional.of(
                        new Links.Link(
                            token, conversation, now.plus(dossier.mandate().waits().link()))),
                point,
                phrase,
                reply));
  }

  /** The words that may be said, if any may. */
  static Optional<ApprovedReply> approved(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Permitted permitted -> Optional.of(permitted.reply());
      case Verdict.Amended amended -> Optional.of(amended.reply());
      case Verdict.Forbidden _ -> Optional.empty();
    };
  }

  /** Stores invitations: their conversations, links and letters. */
  static void store(Sql sql, Rooms rooms, List<Permitted> permitted, Instant now) {
    if (permitted.isEmpty()) {
      return;
    }
    rooms
        .conversations()
        .add(sql, permitted.stream().map(each -> each.invitation().talk()).toList());
    rooms
        .links()
        .add(
            sql,
            permitted.stream().flatMap(each -> each.invitation().link().stream()).toList(),
            now);
    rooms.outbox().add(sql, permitted.stream().map(Invitations::letter).toList(), now);
  }

  private static OutgoingLetter letter(Permitted permitted) {
    Invitation invitation = permitted.invitation();
    return new OutgoingLetter(
        permitted.permit(),
        invitation.reply(),
        invitation.talk().matter(),
        Optional.of(invitation.talk().id()),
        invitation.point().id());
  }

  /** What becomes of the case. */
  static CaseEvent reserved(ContactPermit permit, Invitation invitation) {
    return new CaseEvent.ContactReserved(
        permit.grantedAt(),
        permit.id(),
        permit.channel(),
        Optional.of(invitation.point().id()),
        invitation.talk().campaign());
  }
}
