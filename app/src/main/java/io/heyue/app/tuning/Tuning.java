package io.heyue.app.tuning;

import io.heyue.core.audit.Canonical;
import io.heyue.core.base.ConversationId;
import io.heyue.core.portfolio.Disposition;
import io.heyue.store.cases.Cases;
import io.heyue.store.conversations.Conversations;
import io.heyue.store.conversations.Message;
import io.heyue.store.conversations.Talk;
import io.heyue.store.ledger.Entry;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.postgres.Sql;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.records.AccountRecords;
import io.heyue.store.records.OwnedAccount;
import io.heyue.store.records.PersonRecord;
import io.heyue.store.records.PersonRecords;
import io.heyue.store.vault.Vault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes out conversations for tuning: of people whose consent to that stands in the lender's books,
 * ended well or at least without harm, masked. That they were taken out stands in the ledger.
 */
final class Tuning {
  /** By which the lender's books say that a person lets their conversations be used for this. */
  static final String CONSENT = "training_consent";

  private static final int AT_ONCE = 200;

  /**
   * How conversations end that a model may learn from; {@link Delicate} ones are left out of them.
   */
  private static final Set<Disposition> ENDINGS =
      EnumSet.of(
          Disposition.PROMISE,
          Disposition.PLAN,
          Disposition.PARTIAL_PROMISE,
          Disposition.EXTENSION,
          Disposition.ALREADY_PAID,
          Disposition.CALLBACK,
          Disposition.REFUSED,
          Disposition.NO_AGREEMENT);

  private final Transactor transactor;
  private final Ledger ledger;
  private final Conversations conversations;
  private final PersonRecords people;
  private final AccountRecords accounts;
  private final Cases cases = new Cases();
  private final Veil veil = new Veil();
  private final Delicate delicate;

  Tuning(Transactor transactor, Ledger ledger, Vault vault) {
    this.transactor = transactor;
    this.ledger = ledger;
    this.conversations = new Conversations(vault);
    this.people = new PersonRecords(vault);
    this.accounts = new AccountRecords();
    this.delicate = new Delicate(ledger);
  }

  /** For the ledger. */
  private record TakenOut(String what, String by, int conversations, int pairs, Instant deleteBy) {}

  /** How many conversations there are that ended, whether they may be used or not. */
  long ended() {
    return transactor.get(conversations::countEnded);
  }

  /** At most so many of all that may be used. */
  List<Dialogue> all(int most) {
    List<Dialogue> all = new ArrayList<>();
    Optional<ConversationId> last = Optional.empty();
    while (all.size() < most) {
      Optional<ConversationId> after = last;
      List<Talk> page =
          transactor.get(sql -> conversations.finished(sql, CONSENT, ENDINGS, after, AT_ONCE));
      if (page.isEmpty()) {
        break;
      }
      for (Talk talk : page) {
        if (all.size() < most) {
          transactor.get(sql -> dialogue(sql, talk)).ifPresent(all::add);
        }
      }
      last = Optional.of(page.getLast().id());
    }
    return all;
  }

  private Optional<Dialogue> dialogue(Sql sql, Talk talk) {
    Optional<PersonRecord> person = people.find(sql, talk.person());
    Optional<OwnedAccount> account =
        cases
            .find(sql, talk.matter())
            .filter(matter -> !delicate.is(sql, talk, matter))
            .flatMap(matter ->
                Optional.ofNullable(
                    accounts.list(sql, List.of(matter.account().id())).get(matter.account().id())));
    List<Message> messages = conversations.messages(sql, talk.id(), 0);
    return person
        .filter(found -> found.traits().contains(CONSENT))
        .flatMap(found -> account.map(books -> veil.over(talk, messages, found, books)))
        .filter(dialogue -> dialogue.lines().size() > 1);
  }

  /** Notes that they were taken out, by whom, and by when they must be gone again. */
  void note(String by, int dialogues, int pairs, Instant deleteBy, Instant now) {
    transactor.run(sql ->
        ledger.append(
            sql,
            List.of(
                new Entry(
                    Entry.Kind.ACCESS,
                    now,
                    new UUID(0, 0),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Canonical.text(
                        new TakenOut(
                            "conversations taken out for tuning",
                            by,
                            dialogues,
                            pairs,
                            deleteBy))))));
  }
}
