package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.portfolio.CaseEvent.ConfirmationDropped;
import io.heyue.core.portfolio.CaseEvent.ConfirmationSent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was agreed is confirmed in writing once, or it can be read why it was not. */
class ConfirmationsTest {
  /** The same Monday, 23:00 in Shanghai. */
  private static final Instant NIGHT = Instant.parse("2026-11-23T15:00:00Z");

  @TempDir private Path folder = Path.of("");
  private final Street mail = new Street(Channel.EMAIL);
  private Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder, Server.empty(), 7, new Street(), List.of(mail));
    lender.borrowers(1);
  }

  @AfterEach
  void close() {
    lender.close();
  }

  private void agreed() {
    ConversationId talk = lender.verified();
    var _ = lender.says(talk, "12月1日全部还清");
    var _ = lender.says(talk, "可以");
    assertThat(lender.matter().openPromises()).hasSize(1);
  }

  private void ticks(int hours) {
    for (int hour = 0; hour < hours; hour++) {
      var _ = lender.engine.pulse().tick();
      lender.later(Duration.ofHours(1));
    }
  }

  private String reason() {
    assertThat(lender.events(ConfirmationSent.class)).isEmpty();
    List<ConfirmationDropped> dropped = lender.events(ConfirmationDropped.class);
    assertThat(dropped).hasSize(1);
    assertThat(lender.jobs()).anyMatch(payload -> payload.contains(dropped.getFirst().reason()));
    return dropped.getFirst().reason();
  }

  @Test
  void isSentOnceAndNotedOnce() {
    agreed();
    ticks(30);
    assertThat(lender.street.letters()).hasSize(2);
    assertThat(lender.events(ConfirmationSent.class)).hasSize(1);
    assertThat(lender.jobs()).anyMatch(payload -> payload.contains("ConfirmationSent"));
  }

  @Test
  void whatIsRefusedAtNightIsSentInTheMorning() {
    ConversationId talk = lender.verified();
    lender.at(NIGHT);
    var _ = lender.says(talk, "12月1日全部还清");
    var _ = lender.says(talk, "可以");
    ticks(8);
    assertThat(lender.street.letters()).hasSize(1);
    assertThat(lender.events(ConfirmationDropped.class)).isEmpty();
    ticks(10);
    assertThat(lender.street.letters()).hasSize(2);
    assertThat(lender.events(ConfirmationSent.class)).hasSize(1);
  }

  @Test
  void whatCertainlyDidNotArriveIsWrittenAgainUntilItDoes() {
    agreed();
    lender.street.answers(_ -> new Handed.Refused("number unknown", true));
    var _ = lender.engine.pulse().tick();
    assertThat(lender.street.letters()).hasSize(2);
    lender.street.answers(letter -> new Handed.Accepted(letter.id().toString()));
    ticks(40);
    assertThat(lender.street.letters()).hasSize(3);
    assertThat(lender.events(ConfirmationSent.class)).hasSize(1);
  }

  @Test
  void aReceiptThatItDidNotArriveBringsAnother() {
    agreed();
    ticks(2);
    assertThat(lender.street.letters()).hasSize(2);
    lender.engine.courier().receipt(Channel.SMS, lender.street.last().id().toString(), false);
    ticks(40);
    assertThat(lender.street.letters()).hasSize(3);
  }

  @Test
  void whatMayHaveArrivedIsNeverWrittenAgain() {
    agreed();
    lender.street.answers(_ -> new Handed.Unsure("the line broke"));
    ticks(40);
    assertThat(lender.street.letters()).hasSize(2);
    assertThat(lender.events(ConfirmationSent.class)).hasSize(1);
  }

  @Test
  void whatNeverArrivesIsGivenUpWithATrace() {
    agreed();
    lender.street.answers(_ -> new Handed.Refused("number unknown", true));
    ticks(100);
    assertThat(lender.street.letters()).hasSizeBetween(3, 5);
    assertThat(List.of("not_delivered", "too_late", "not_permitted")).contains(reason());
  }

  @Test
  void nothingIsConfirmedThatIsSettled() {
    ConversationId talk = lender.verified();
    lender.at(NIGHT);
    var _ = lender.says(talk, "12月1日全部还清");
    var _ = lender.says(talk, "可以");
    var _ = lender.engine.pulse().tick();
    lender.paid(0, "3280.50", "R-1");
    ticks(20);
    assertThat(lender.street.letters()).hasSize(1);
    assertThat(reason()).isEqualTo("settled");
  }

  @Test
  void withoutAnAddressItIsWaitedForThenDroppedWithATrace() {
    agreed();
    lender.database.transactor().run(sql -> sql.update("delete from contact_point"));
    ticks(24);
    assertThat(lender.events(ConfirmationDropped.class)).isEmpty();
    ticks(60);
    assertThat(lender.street.letters()).hasSize(1);
    assertThat(reason()).isEqualTo("no_address");
  }

  @Test
  void aTextMessageTellsNothingAndAnEmailEverything() {
    lender.mailAddress("someone@heyue.example");
    agreed();
    lender.street.answers(_ -> new Handed.Refused("number unknown", true));
    ticks(40);
    assertThat(lender.street.last().words()).doesNotContain("3,280.50");
    assertThat(mail.letters()).hasSize(1);
    assertThat(mail.last().words()).contains("12月1日前还3,280.50元").contains("https://pay.example/");
    assertThat(lender.events(ConfirmationSent.class).getFirst().channel()).isEqualTo(Channel.EMAIL);
  }

  @Test
  void severalAgreementsOfOneConversationAreConfirmedByOneLetter() {
    ConversationId talk = lender.verified();
    var _ = lender.says(talk, "11月27日还1000元");
    var _ = lender.says(talk, "可以");
    var _ = lender.says(talk, "12月1日还2280.50元");
    var _ = lender.says(talk, "可以");
    ticks(30);
    assertThat(lender.street.letters()).hasSize(2);
  }
}
