package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.ConversationId;
import io.heyue.core.portfolio.CaseEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a person decides in the running system, as CN-GBT-08 wants: a person looks. */
class FlagsTest {
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

  private void flagged(String flags) {
    lender.flagged(0, flags);
    lender.contact(0, "mobile", Lender.phone(0).reveal(), "contract");
  }

  private int written() {
    lender.campaign();
    var _ = lender.engine.pulse().tick();
    return lender.street.letters().size();
  }

  private List<String> refusedBy() {
    return lender
        .database
        .transactor()
        .get(sql ->
            sql.list(
                "select distinct unnest(rules) as rule from contact_refusal",
                row -> row.text("rule")));
  }

  @Test
  void whomTheBooksCallElderlyNoMachineWritesTo() {
    flagged("elderly");
    assertThat(written()).isZero();
    assertThat(refusedBy()).containsExactly("CN-GBT-08@1");
  }

  @Test
  void whoIsWorthMuchToTheLenderIsOfNoSpecialGroup() {
    flagged("vip");
    assertThat(written()).isEqualTo(1);
  }

  @Test
  void whoToldOfALostJobIsLeftToAPersonUntilOneSaysThatItIsPast() {
    lender.borrowers(1);
    ConversationId talk = lender.verified();
    assertThat(lender.matter().vulnerable()).isEmpty();
    var _ = lender.says(talk, "我失业了");
    assertThat(lender.events(CaseEvent.VulnerabilityTold.class)).hasSize(1);
    assertThat(lender.matter().vulnerable()).contains(lender.now());
    int before = lender.street.letters().size();
    lender.later(Duration.ofDays(8));
    assertThat(written()).isEqualTo(before);
    assertThat(refusedBy()).containsExactly("CN-GBT-08@1");

    assertThat(lender.engine.holds().recovered(lender.matter().id(), "an", "at work again"))
        .isPresent();
    assertThat(lender.engine.holds().recovered(lender.matter().id(), "an", "again")).isEmpty();
    lender.later(Duration.ofDays(1));
    assertThat(written()).isEqualTo(before + 1);
  }
}
