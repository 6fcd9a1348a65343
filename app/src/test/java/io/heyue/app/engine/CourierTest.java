package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PermitId;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.compliance.Permitting;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.cases.Cases;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of letters between being written and being handed over, and afterwards. */
class CourierTest {
  /** In Shanghai, when the hours of contact end. */
  private static final Instant TEN_IN_THE_EVENING = Instant.parse("2026-11-23T14:00:00Z");

  private static final Instant THREE_TO_TEN_IN_THE_EVENING =
      TEN_IN_THE_EVENING.minus(Duration.ofMinutes(3));

  @TempDir private Path folder = Path.of("");
  private Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
  }

  @AfterEach
  void close() {
    lender.close();
  }

  /** Writes to {@code borrowers}, and delivers nothing yet. */
  private CampaignId written(int borrowers) {
    lender.borrowers(borrowers);
    CampaignId id =
        lender.engine.campaigns().create("all", Filter.everyone(), Approach.text("arrears"));
    lender.engine.campaigns().start(id);
    assertThat(lender.engine.campaigns().step(lender.now(), borrowers)).isEqualTo(borrowers);
    lender.later(Duration.ofSeconds(1));
    return id;
  }

  private int deliver() {
    return lender.engine.courier().deliver(lender.now(), 200);
  }

  private Map<String, Long> states() {
    Map<String, Long> states = new TreeMap<>();
    lender
        .database
        .transactor()
        .run(sql ->
            sql.each(
                "select state, count(*) as n from letter group by 1",
                row -> states.put(row.text("state"), row.number("n"))));
    return states;
  }

  private String text(String query) {
    return lender.database.transactor().get(sql -> sql.get(query, row -> row.text("t")));
  }

  private Case matter(int index) {
    return lender
        .database
        .transactor()
        .get(sql -> new Cases().page(sql, Optional.empty(), 100))
        .get(index);
  }

  private void append(Case matter, CaseEvent event) {
    lender
        .database
        .transactor()
        .run(sql -> {
          var _ = new Cases().append(sql, matter, List.of(event));
        });
  }

  /** A real clock tells nanoseconds, of which the database keeps microseconds. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 499, 500, 789, 999})
  void aLetterOpensWhateverTheClockTells(int nanos) {
    lender.at(Lender.MONDAY.plusNanos(nanos));
    lender.borrowers(1);
    lender.campaign();
    var _ = lender.engine.pulse().tick();
    assertThat(lender.street.letters()).hasSize(1);
  }

  @Test
  void aSlowCarrierIsGivenNothingWhosePermitHasRunOut() {
    written(80);
    List<Duration> left = new ArrayList<>();
    lender.street.answers(letter -> {
      left.add(Duration.between(lender.now(), letter.expiresAt()));
      lender.later(Duration.ofSeconds(9));
      return new Handed.Accepted(letter.id().toString());
    });
    for (int beat = 0; beat < 100; beat++) {
      Instant start = lender.now();
      var _ = deliver();
      assertThat(Duration.between(start, lender.now())).isLessThan(Duration.ofMinutes(1));
      assertThat(lender.engine.courier().recover(lender.now())).isZero();
      lender.later(Duration.ofSeconds(1));
    }
    assertThat(left).hasSizeBetween(55, 70).allMatch(Duration::isPositive);
    assertThat(states()).containsOnlyKeys("sent", "expired");
  }

  @Test
  void nothingIsHandedOverAfterTheHoursInWhichItWasPermitted() {
    written(1);
    assertThat(deliver()).isEqualTo(1);
    lender.at(THREE_TO_TEN_IN_THE_EVENING);
    lender.engine.desk().open(lender.street.token());
    ConversationId talk = lender.street.last().conversation().orElseThrow();
    for (String line : List.of("是我", "0000", "12月1日全部还清", "可以")) {
      lender.engine.desk().receive(talk, new ChannelEvent.TextReceived(line));
    }
    assertThat(matter(0).openPromises()).hasSize(1);
    lender.street.answers(_ -> new Handed.Refused("busy", false));
    List<Instant> handed = new ArrayList<>();
    for (int second = 0; second < 600; second += 5) {
      int before = lender.street.letters().size();
      var _ = lender.engine.pulse().tick();
      if (lender.street.letters().size() > before) {
        handed.add(lender.now());
      }
      lender.later(Duration.ofSeconds(5));
    }
    assertThat(handed).isNotEmpty().allMatch(at -> at.isBefore(TEN_IN_THE_EVENING));
    assertThat(lender.street.last().expiresAt())
        .isEqualTo(TEN_IN_THE_EVENING.minus(Permitting.SKEW));
  }

  @Test
  void whatWasWrittenIsCalledBackWhenSomethingComesUp() {
    CampaignId campaign = written(6);
    append(matter(0), new CaseEvent.DisputeRaised(lender.now()));
    append(matter(1), new CaseEvent.ConsentWithdrawn(lender.now(), Channel.SMS));
    append(
        matter(2),
        new CaseEvent.HoldPlaced(
            lender.now(), HoldKind.COMPLAINT, Optional.empty(), Optional.empty()));
    assertThat(deliver()).isEqualTo(3);
    assertThat(states()).containsOnly(Map.entry("recalled", 3L), Map.entry("sent", 3L));
    assertThat(text("select min(reason) as t from letter where state = 'recalled'"))
        .contains("by now refused by CN-");
    assertThat(lender.engine.campaigns().get(campaign).name()).isEqualTo("all");
  }

  @Test
  void stopByTextMessageCallsBackWhatWasWritten() {
    written(2);
    lender.engine.desk().smsReceived(Lender.phone(0), "退订", "m-1");
    var _ = deliver();
    // One invitation, and the acknowledgment of the stop.
    assertThat(lender.street.letters()).hasSize(2);
    assertThat(
            lender.street.letters().stream()
                .filter(letter -> letter.to().reveal().equals(Lender.phone(0).reveal())))
        .singleElement()
        .matches(letter -> !letter.words().contains("https://"));
  }

  @Test
  void aPaymentCallsBackWhatWasWritten() {
    written(2);
    lender.paid(0, "3280.50", "R-1");
    var _ = lender.engine.reconciliation().book(lender.now());
    assertThat(deliver()).isEqualTo(1);
    assertThat(states()).containsEntry("recalled", 1L);
  }

  @Test
  void aPausedCampaignCallsBackWhatItWrote() {
    CampaignId campaign = written(3);
    lender.engine.campaigns().pause(campaign);
    assertThat(deliver()).isZero();
    assertThat(states()).containsOnly(Map.entry("recalled", 3L));
    assertThat(text("select string_agg(distinct state, ',') as t from contact_permit"))
        .isEqualTo("released");
  }

  @Test
  void aReceiptThatIsQuickerThanTheAnswerIsNotLost() {
    written(1);
    lender.street.answers(_ -> {
      lender.engine.courier().receipt(Channel.SMS, "quick", false);
      return new Handed.Accepted("quick");
    });
    assertThat(deliver()).isEqualTo(1);
    assertThat(states()).containsOnly(Map.entry("failed", 1L));
    assertThat(text("select effective::text as t from contact_permit")).isEqualTo("false");
    assertThat(text("select count(*)::text as t from early_receipt")).isEqualTo("0");
  }

  @Test
  void aReferenceThatIsUsedAnewIsOfTheNewestMessage() {
    written(1);
    lender.street.answers(_ -> new Handed.Accepted("7"));
    assertThat(deliver()).isEqualTo(1);
    lender.engine.courier().receipt(Channel.SMS, "7", true);
    lender.engine.courier().receipt(Channel.SMS, "7", true);
    assertThat(states()).containsOnly(Map.entry("delivered", 1L));
    lender.later(Duration.ofDays(3));
    assertThat(lender.engine.campaigns().step(lender.now(), 10)).isEqualTo(1);
    assertThat(deliver()).isEqualTo(1);
    assertThat(states()).containsOnly(Map.entry("delivered", 1L), Map.entry("sent", 1L));
    lender.engine.courier().receipt(Channel.SMS, "7", false);
    assertThat(states()).containsOnly(Map.entry("delivered", 1L), Map.entry("failed", 1L));
  }

  @Test
  void aReceiptOfAnOldMessageIsOfNoneAndIsForgotten() {
    written(1);
    lender.street.answers(_ -> new Handed.Accepted("7"));
    assertThat(deliver()).isEqualTo(1);
    lender.later(Duration.ofDays(4));
    lender.engine.courier().receipt(Channel.SMS, "7", false);
    assertThat(states()).containsOnly(Map.entry("sent", 1L));
    lender.later(Duration.ofDays(4));
    var _ = lender.engine.courier().recover(lender.now());
    assertThat(text("select count(*)::text as t from early_receipt")).isEqualTo("0");
  }

  @Test
  void whoCameWasReachedWhateverTheCarrierSaysAfterwards() {
    written(1);
    assertThat(deliver()).isEqualTo(1);
    assertThat(lender.engine.desk().open(lender.street.token())).isInstanceOf(Opening.Opened.class);
    lender.engine.courier().receipt(Channel.SMS, lender.street.last().id().toString(), false);
    assertThat(text("select coalesce(effective::text, 'unknown') as t from contact_permit"))
        .isEqualTo("unknown");
  }

  @Test
  void whoWasVerifiedStaysReached() {
    written(1);
    assertThat(deliver()).isEqualTo(1);
    lender.engine.desk().open(lender.street.token());
    ConversationId talk = lender.street.last().conversation().orElseThrow();
    lender.engine.desk().receive(talk, new ChannelEvent.TextReceived("是我"));
    lender.engine.desk().receive(talk, new ChannelEvent.TextReceived("0000"));
    assertThat(text("select effective::text as t from contact_permit")).isEqualTo("true");
    lender.engine.courier().receipt(Channel.SMS, lender.street.last().id().toString(), false);
    assertThat(text("select effective::text as t from contact_permit")).isEqualTo("true");
  }

  @Test
  void aRowThatSomebodyChangedIsNotSent() {
    written(4);
    lender
        .database
        .transactor()
        .run(sql -> {
          List<String> ids =
              sql.list("select id::text as t from letter order by id", row -> row.text("t"));
          // Another's words, another's address, a longer end.
          var _ =
              sql.update(
                  "update letter set body = (select body from letter where id = ?::uuid) where id = ?::uuid",
                  ids.get(1),
                  ids.get(0));
          var _ =
              sql.update(
                  "update letter set point_id = (select point_id from letter where id = ?::uuid) where id = ?::uuid",
                  ids.get(2),
                  ids.get(1));
          var _ =
              sql.update(
                  "update letter set expires_at = expires_at + interval '1 day' where id = ?::uuid",
                  ids.get(2));
        });
    assertThat(deliver()).isEqualTo(1);
    assertThat(states()).containsOnly(Map.entry("failed", 3L), Map.entry("sent", 1L));
  }

  @Test
  void theLedgerSaysOfEachLetterWhatBecameOfIt() {
    written(4);
    append(matter(0), new CaseEvent.DisputeRaised(lender.now()));
    List<Handed> answers =
        new ArrayList<>(
            List.of(
                new Handed.Accepted("1"),
                new Handed.Unsure("the line broke"),
                new Handed.Refused("no such number", true)));
    lender.street.answers(_ -> answers.removeFirst());
    assertThat(deliver()).isEqualTo(3);
    lender.engine.courier().receipt(Channel.SMS, "1", true);
    assertThat(results())
        .containsExactlyInAnyOrder(
            "permitted RECALLED",
            "permitted SENT DELIVERED",
            "permitted UNKNOWN",
            "permitted FAILED");
    assertThat(lender.engine.why().verify().faults()).isEmpty();
  }

  /** Of each letter, what the ledger says in order. */
  private List<String> results() {
    List<UUID> permits =
        lender
            .database
            .transactor()
            .get(sql -> sql.list("select permit_id from letter", row -> row.uuid("permit_id")));
    return permits.stream()
        .map(permit ->
            lender.engine.why().of(new PermitId(permit), Lang.ZH).stream()
                .map(Why.Answer::verdict)
                .collect(Collectors.joining(" ")))
        .toList();
  }

  @Test
  void theLedgerSaysWhyTheStopWasAcknowledged() {
    written(1);
    lender.engine.desk().smsReceived(Lender.phone(0), "退订", "m-1");
    lender.later(Duration.ofSeconds(1));
    var _ = deliver();
    List<Why.Answer> why = lender.engine.why().of(lender.street.last().permit(), Lang.ZH);
    assertThat(why).extracting(Why.Answer::kind).containsExactly("stop", "contact", "delivery");
    assertThat(why.get(1).verdict()).isEqualTo("permitted");
    assertThat(why.get(1).rules()).isNotEmpty().allMatch(ground -> ground.citation().isPresent());
    assertThat(why.get(1).entry()).contains(lender.street.last().words().substring(0, 8));
  }
}
