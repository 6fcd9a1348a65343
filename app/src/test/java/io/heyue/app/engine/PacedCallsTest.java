package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.Channel;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.outbox.Outbox;
import io.heyue.voice.progress.Disposition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many calls begin. */
class PacedCallsTest extends CallHouse {
  @Test
  void noMoreIsTakenUpThanAskedForWhateverThePlan() {
    var _ = campaign(9);
    phone.room(1);
    tick();
    assertThat(text("select count(*)::text as t from letter where state = 'queued'"))
        .isEqualTo("3");
    int taken =
        lender
            .database
            .transactor()
            .get(sql -> {
              for (String way : List.of("hashjoin", "mergejoin", "material", "hashagg", "sort")) {
                var _ = sql.update("set local enable_" + way + " = off");
              }
              Instant now = lender.now();
              return new Outbox(lender.vault)
                  .claim(sql, now, now, 1, Map.of(Channel.CALL, 1))
                  .due()
                  .size();
            });
    assertThat(taken).isEqualTo(1);
  }

  @Test
  void noMoreIsTakenUpThanThereAreLines() {
    CampaignId id = campaign(9);
    phone.room(1);
    tick();
    assertThat(phone.dialled()).hasSize(1);
    assertThat(text("select count(*)::text as t from letter where state = 'queued'"))
        .isEqualTo("3");
    phone.room(0);
    tick();
    assertThat(phone.dialled()).hasSize(1);
    lender.engine.campaigns().pause(id);
    phone.room(9);
    tick();
    assertThat(phone.dialled()).hasSize(1);
    assertThat(text("select count(*)::text as t from letter where state = 'recalled'"))
        .isEqualTo("3");
  }

  /** With people on duty, as many begin as they could take whoever asked for one. */
  @Test
  void fewerBeginWhereFewColleaguesAreFree() {
    bridge.onDuty(2, 0);
    var _ = campaign(9);
    tick();
    assertThat(phone.dialled()).hasSize(2);
    tick();
    assertThat(phone.dialled()).hasSize(2);
    phone.dialled().getFirst().ends(Disposition.NO_ANSWER);
    tick();
    assertThat(phone.dialled()).hasSize(3);
    ScriptedCalls.Line line = phone.last();
    line.listener.up();
    line.says("人工");
    bridge.onDuty(1, 1);
    bridge.last().listener().joined(ScriptedBridge.LIN);
    // One call rings, one person is free, and one call may still ask for more than one.
    tick();
    assertThat(phone.dialled()).hasSize(3);
    bridge.last().listener().over(true);
    line.ends(Disposition.ANSWERED_PERSON);
    bridge.onDuty(2, 0);
    tick();
    assertThat(phone.dialled()).hasSize(4);
    bridge.onDuty(0, 0);
    tick();
    assertThat(phone.dialled().size()).isGreaterThan(4);
    provenWhole();
  }

  /** Who is to be called, and who written to, is known only when they are looked at. */
  @Test
  void whoeverWaitsForALineIsNotLookedAtOverAndOverWhileOthersAreWrittenTo() {
    lender.borrowers(9);
    lender
        .database
        .transactor()
        .run(sql ->
            sql.update(
                """
                update contact_point set uncalled_since = ?
                where id in (select id from contact_point order by id limit 3)
                """,
                lender.now()));
    lender
        .engine
        .campaigns()
        .start(
            lender
                .engine
                .campaigns()
                .create(
                    "by telephone, else by text",
                    Filter.everyone(),
                    new Approach(List.of(Channel.CALL, Channel.SMS), "arrears", 5, 2)));
    phone.room(0);
    assertThat(lender.engine.pulse().tick().written()).isEqualTo(9);
    assertThat(street.letters()).as("no line is needed for these").hasSize(3);
    for (int minute = 0; minute < 3; minute++) {
      lender.later(Duration.ofMinutes(1));
      assertThat(lender.engine.pulse().tick().written()).as("nobody who waits").isZero();
    }
    phone.room(1);
    assertThat(lender.engine.pulse().tick().written()).as("two were taken up ahead").isEqualTo(2);
    assertThat(phone.dialled()).hasSize(1);
    phone.room(9);
    tick();
    assertThat(phone.dialled()).hasSize(6);
    assertThat(lender.engine.pulse().tick().written()).isZero();
    assertThat(street.letters()).hasSize(3);
    provenWhole();
  }

  @Test
  void whoeverThereIsNoLineForIsNotLookedAtOverAndOver() {
    lender.borrowers(9);
    CampaignId id =
        lender
            .engine
            .campaigns()
            .create(
                "by telephone alone",
                Filter.everyone(),
                new Approach(List.of(Channel.CALL), "arrears", 5, 2));
    lender.engine.campaigns().start(id);
    phone.room(1);
    tick();
    assertThat(phone.dialled()).hasSize(1);
    phone.room(0);
    assertThat(lender.engine.pulse().tick().written()).isZero();
    assertThat(
            text(
                "select count(*)::text as t from campaign_item where status = 'waiting'"
                    + " and next_at <= '"
                    + lender.now()
                    + "'"))
        .as("due as before")
        .isEqualTo("5");
    phone.room(9);
    tick();
    assertThat(phone.dialled()).hasSize(9);
  }
}
