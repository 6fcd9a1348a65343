package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.Channel;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.outbox.Outbox;
import io.heyue.voice.progress.Disposition;
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
