package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.phone.Dialler;
import io.heyue.app.phone.Pacer;
import io.heyue.app.phone.PhoneSettings;
import io.heyue.core.base.CampaignId;
import io.heyue.core.base.Channel;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A lender with a telephone at which nobody is before a test says so. */
abstract class CallHouse {
  final ScriptedCalls phone = new ScriptedCalls();
  final Street street = new Street();
  final ScriptedBridge bridge = new ScriptedBridge();

  @TempDir private Path folder = Path.of("");
  final Dialler dialler = dialler();
  Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder, dialler, street);
    dialler.serve(lender.engine);
  }

  Dialler dialler() {
    return dialler(Runnable::run);
  }

  Dialler dialler(Executor threads) {
    Pacer pacer =
        Pacer.of(
            new PhoneSettings.Pacing(PhoneSettings.Pacing.Mode.DEMAND, 0.01, null),
            bridge,
            () -> lender.now());
    return new Dialler(phone, ScriptedCalls.TABLE, bridge, pacer, threads);
  }

  @AfterEach
  void close() {
    lender.close();
  }

  CampaignId campaign(int borrowers) {
    lender.borrowers(borrowers);
    CampaignId id =
        lender
            .engine
            .campaigns()
            .create(
                "calls",
                Filter.everyone(),
                new Approach(List.of(Channel.CALL, Channel.SMS), "arrears", 5, 2));
    lender.engine.campaigns().start(id);
    return id;
  }

  void tick() {
    var _ = lender.engine.pulse().tick();
  }

  /** Calls borrower 0, who takes the call. */
  ScriptedCalls.Line up() {
    campaign(1);
    tick();
    ScriptedCalls.Line line = phone.last();
    line.listener.ringing();
    line.listener.up();
    return line;
  }

  ScriptedCalls.Line verified() {
    ScriptedCalls.Line line = up();
    line.says("是我");
    line.listener.keyed("0000");
    return line;
  }

  String text(String query) {
    return lender.database.transactor().get(sql -> sql.get(query, row -> row.text("t")));
  }

  Instant due() {
    return lender
        .database
        .transactor()
        .get(sql -> sql.get("select next_at as t from campaign_item", row -> row.instant("t")));
  }

  void provenWhole() {
    assertThat(lender.engine.why().verify().faults()).isEmpty();
  }
}
