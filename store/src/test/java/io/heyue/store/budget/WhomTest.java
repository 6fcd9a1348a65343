package io.heyue.store.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Licence;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import io.heyue.core.compliance.ContactVerdict;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.core.law.LenderPolicy;
import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.SharedServer;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.records.ContactPoints;
import io.heyue.store.records.SamplePortfolio;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * To whom contacts were made: three calls in a row that a debtor doesn't answer let a friend be
 * asked, and calls to somebody else must not.
 */
class WhomTest {
  private static final Instant YESTERDAY = SamplePortfolio.NOW.minus(Duration.ofDays(1));

  private final Database database = SharedServer.freshDatabase();
  private final Transactor transactor = database.transactor();
  private final ContactBudget budget = new ContactBudget(SampleLaw.others());
  private final OutsideContacts outside = new OutsideContacts();
  @TempDir private Path folder = Path.of("");
  private PersonId person = new PersonId(new UUID(0, 0));

  @BeforeEach
  void arrive() {
    SamplePortfolio portfolio = new SamplePortfolio(folder, database);
    person = transactor.get(sql -> portfolio.add(sql, 1).getFirst().person());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private ContactRequest call(Relation to, Purpose purpose, Instant at) {
    return new ContactRequest(
        new PermitId(UUID.randomUUID()),
        person,
        Optional.empty(),
        Optional.empty(),
        new ContactFacts(
            at,
            Channel.CALL,
            purpose,
            new ContactFacts.Seat("CN", Licence.BANK, Optional.empty()),
            new ContactFacts.Addressee("CN", ZoneId.of("Asia/Shanghai"), to, Set.of()),
            new ContactFacts.Point("of " + to.id(), NumberSource.CONTRACT),
            new ContactFacts.Debt(
                "debt",
                "消费贷",
                LocalDate.of(2026, 10, 1),
                false,
                Map.of(),
                Optional.empty(),
                Optional.empty()),
            ContactFacts.Consents.NEVER_ASKED,
            Set.of(),
            null,
            LenderPolicy.NONE));
  }

  /** Calls that reached nobody, minutes after each other. */
  private void called(Relation... to) {
    Instant at = YESTERDAY;
    for (Relation each : to) {
      Instant now = at;
      ContactRequest request = call(each, Purpose.OUTREACH, now);
      transactor.run(sql -> {
        assertThat(budget.reserve(sql, request).verdict())
            .isInstanceOf(ContactVerdict.Permitted.class);
        assertThat(budget.use(sql, request.permit(), now)).isTrue();
        budget.settle(sql, request.permit(), Optional.of(false), now);
      });
      at = at.plusSeconds(300);
    }
  }

  private void reported(@Nullable Relation to, int calls) {
    for (int i = 0; i < calls; i++) {
      Trace trace =
          new Trace(
              YESTERDAY.plusSeconds(60L * i), Channel.CALL, "of agency", false, true, to, true);
      transactor.run(sql ->
          outside.report(
              sql,
              new OutsideContacts.Report("agency", to + " " + trace.at(), person, trace),
              "somebody",
              SamplePortfolio.NOW));
    }
  }

  /** Whether a friend may be asked, by the budget and by whoever only considers it. */
  private boolean friendMayBeAsked() {
    ContactRequest request = call(Relation.FRIEND, Purpose.LOCATE, SamplePortfolio.NOW);
    boolean considered =
        transactor.get(sql -> budget.consider(sql, List.of(request))).getFirst().verdict()
            instanceof ContactVerdict.Permitted;
    boolean reserved =
        transactor.get(sql -> budget.reserve(sql, request)).verdict()
            instanceof ContactVerdict.Permitted;
    assertThat(considered).isEqualTo(reserved);
    return reserved;
  }

  @Test
  void threeCallsThatTheDebtorDidNotAnswerShowThatTheyAreLost() {
    called(Relation.SELF, Relation.SELF, Relation.SELF);
    assertThat(friendMayBeAsked()).isTrue();
  }

  @Test
  void callsToAGuarantorShowNothingOfTheDebtor() {
    called(Relation.SELF, Relation.SELF, Relation.GUARANTOR, Relation.GUARANTOR);
    assertThat(friendMayBeAsked()).isFalse();
  }

  @Test
  void callsOfAnAgencyShowItOnlyWhereTheyWereToTheDebtor() {
    reported(Relation.GUARANTOR, 4);
    reported(Relation.COLLEAGUE, 4);
    reported(Relation.SELF, 2);
    assertThat(friendMayBeAsked()).isFalse();
    reported(Relation.SELF, 3);
    assertThat(friendMayBeAsked()).isTrue();
  }

  /** The permits of one transaction count for each other, each as a try to reach whom it is for. */
  @Test
  void theHistoryNamesWhomEachContactIsTo() {
    called(Relation.GUARANTOR);
    List<ContactRequest> requests =
        List.of(
            call(Relation.SELF, Purpose.OUTREACH, SamplePortfolio.NOW),
            call(Relation.SELF, Purpose.OUTREACH, SamplePortfolio.NOW));
    ContactFacts last = transactor.get(sql -> budget.reserve(sql, requests)).getLast().facts();
    assertThat(last.history())
        .extracting(Trace::to)
        .containsExactlyInAnyOrder(Relation.GUARANTOR, Relation.SELF);
  }

  @Test
  void whoseANumberIsIsKnownByTheLendersFile() {
    ContactPoints points = new ContactPoints(new SamplePortfolio(folder, database).vault());
    PhoneNumber own = new PhoneNumber("+8610000000000");
    PhoneNumber other = new PhoneNumber("+8610099999999");
    assertThat(transactor.<Optional<Relation>>get(sql -> points.relation(sql, person, own)))
        .contains(Relation.SELF);
    assertThat(transactor.<Optional<Relation>>get(sql -> points.relation(sql, person, other)))
        .isEmpty();
    transactor.run(sql -> sql.update("update contact_point set relation = 'guarantor'"));
    assertThat(transactor.<Optional<Relation>>get(sql -> points.relation(sql, person, own)))
        .contains(Relation.GUARANTOR);
  }
}
