package io.heyue.app.engine;

import io.heyue.core.base.PermitId;
import io.heyue.core.compliance.Guard;
import io.heyue.store.budget.ContactBudget;
import io.heyue.store.budget.Permits;
import io.heyue.store.campaigns.Campaigning;
import io.heyue.store.campaigns.Referrals;
import io.heyue.store.cases.Cases;
import io.heyue.store.conversations.Conversations;
import io.heyue.store.conversations.Interruptions;
import io.heyue.store.conversations.Links;
import io.heyue.store.conversations.Message;
import io.heyue.store.conversations.PendingConfirmations;
import io.heyue.store.conversations.Pieces;
import io.heyue.store.conversations.Talk;
import io.heyue.store.handovers.Handovers;
import io.heyue.store.ledger.Checkpoints;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.outbox.Outbox;
import io.heyue.store.outbox.Receipts;
import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.records.AccountRecords;
import io.heyue.store.records.ContactPoints;
import io.heyue.store.records.Payments;
import io.heyue.store.records.PersonRecords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rooms of the store, opened once for all parts of the engine, what lenders wish, and the law.
 */
record Rooms(
    Transactor transactor,
    Cases cases,
    ContactBudget budget,
    Permits permits,
    Ledger ledger,
    Checkpoints checkpoints,
    Outbox outbox,
    Receipts receipts,
    Conversations conversations,
    Pieces pieces,
    Links links,
    PendingConfirmations confirmations,
    Interruptions interruptions,
    Campaigning campaigns,
    Referrals referrals,
    Handovers handovers,
    AccountRecords accounts,
    PersonRecords people,
    ContactPoints points,
    Payments payments,
    LenderPolicies policies,
    Guard guard) {
  static Rooms of(Parts parts) {
    return new Rooms(
        parts.database().transactor(),
        new Cases(),
        new ContactBudget(parts.guard()),
        new Permits(),
        Ledger.open(parts.dataFolder(), parts.vault()),
        Checkpoints.open(parts.dataFolder()),
        new Outbox(parts.vault()),
        new Receipts(),
        new Conversations(parts.vault()),
        new Pieces(parts.vault()),
        new Links(),
        new PendingConfirmations(),
        new Interruptions(),
        new Campaigning(),
        new Referrals(),
        new Handovers(parts.vault()),
        new AccountRecords(),
        new PersonRecords(parts.vault()),
        new ContactPoints(parts.vault()),
        new Payments(),
        parts.policies(),
        parts.guard());
  }

  /** Says something of ours in a conversation. */
  List<Message> ours(Sql sql, Talk talk, String text, Optional<PermitId> permit, Instant now) {
    return conversations.say(sql, List.of(new Message(talk.id(), 0, true, text, now, permit)));
  }
}
