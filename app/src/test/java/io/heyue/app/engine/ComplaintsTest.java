package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.ConversationId;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Lang;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.store.handovers.HandoverRow;
import io.heyue.store.handovers.Handovers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A complaint is answered within the fifteen days of CN-CMP-01, and whoever handles it is told. */
class ComplaintsTest {
  private static final LocalDate DUE = LocalDate.of(2026, 12, 8);

  @TempDir private Path folder = Path.of("");
  private Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
    lender.borrowers(1);
  }

  @AfterEach
  void close() {
    lender.close();
  }

  private List<HandoverRow> handovers() {
    return lender
        .database
        .transactor()
        .get(sql ->
            new Handovers(lender.vault)
                .page(sql, Optional.empty(), Optional.empty(), Optional.empty(), 10));
  }

  @Test
  void theDayIsKeptWithTheComplaintAndToldToWhoeverHandlesIt() {
    ConversationId talk = lender.verified();
    var _ = lender.says(talk, "我要投诉");
    assertThat(lender.events(CaseEvent.ComplaintMade.class))
        .extracting(CaseEvent.ComplaintMade::answerBy)
        .containsExactly(Optional.of(DUE));
    assertThat(lender.matter().complaintDue()).contains(DUE);
    assertThat(handovers()).hasSize(1);
    assertThat(handovers().getFirst().summary().get(Lang.ZH)).contains("最迟12月8日答复");
    assertThat(handovers().getFirst().summary().get(Lang.EN)).contains("answer by 8 December");
  }

  @Test
  void aComplaintThatTheStaffTakesInIsDueAsWellAndLaterOnesPutNothingOff() {
    lender.campaign();
    var _ = lender.engine.pulse().tick();
    var id = lender.matter().id();
    var _ =
        lender.engine.holds().place(id, HoldKind.COMPLAINT, Optional.empty(), "an", "by telephone");
    assertThat(lender.matter().complaintDue()).contains(DUE);
    lender.later(Duration.ofDays(4));
    var _ = lender.engine.holds().place(id, HoldKind.COMPLAINT, Optional.empty(), "an", "again");
    assertThat(lender.matter().complaintDue()).contains(DUE);
    var _ = lender.engine.holds().place(id, HoldKind.DISPUTE, Optional.empty(), "an", "another");
    assertThat(lender.matter().holds())
        .hasEntrySatisfying(HoldKind.DISPUTE, hold -> assertThat(hold.answerBy()).isEmpty());
  }
}
