package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.store.conversations.Conversations;
import io.heyue.store.conversations.Talk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is agreed in a call goes out in writing; what is said in it goes nowhere else. */
class CallTalksTest {
  @TempDir private Path folder = Path.of("");
  private Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
    lender.borrowers(1);
    lender.campaign();
    var _ = lender.engine.pulse().tick();
    // Whoever hasn't come to the page by then may be called.
    lender.later(Duration.ofDays(1));
  }

  @AfterEach
  void close() {
    lender.close();
  }

  /** A call to the only borrower, which somebody has just taken. */
  private ConversationId taken() {
    ConversationId id = ConversationId.draw(Rng.seeded(99));
    lender
        .database
        .transactor()
        .run(sql -> {
          Conversations conversations = new Conversations(lender.vault);
          Talk invited = conversations.get(sql, lender.street.last().conversation().orElseThrow());
          conversations.add(
              sql,
              List.of(
                  Talk.planned(
                      id,
                      invited.matter(),
                      invited.person(),
                      Channel.CALL,
                      invited.point(),
                      Optional.empty(),
                      Optional.empty(),
                      Lang.ZH,
                      "arrears",
                      lender.now())));
        });
    assertThat(happens(id, new ChannelEvent.Answered())).contains("录音").endsWith("本人吗？");
    return id;
  }

  private String happens(ConversationId talk, ChannelEvent event) {
    List<Said> said = lender.engine.desk().receive(talk, event);
    return said.isEmpty() ? "" : said.getLast().text();
  }

  private String says(ConversationId talk, String words) {
    return happens(talk, new ChannelEvent.SpeechHeard(words, 0.9));
  }

  private String keys(ConversationId talk, String keys) {
    return happens(talk, new ChannelEvent.Keyed(keys));
  }

  @Test
  void whatWasAgreedIsConfirmedByTextMessage() {
    int before = lender.street.letters().size();
    ConversationId talk = taken();
    assertThat(keys(talk, "1")).contains("最后四位");
    assertThat(keys(talk, "0000")).contains("3,280.50");
    assertThat(says(talk, "12月1日全部还清")).contains("12月1日");
    assertThat(happens(talk, new ChannelEvent.SpeechHeard("可以", 0.9, true)))
        .as("not by what may have been anything")
        .contains("请按一");
    assertThat(lender.matter().openPromises()).isEmpty();
    assertThat(keys(talk, "1")).contains("已为您记录");
    assertThat(lender.matter().openPromises()).hasSize(1);

    var _ = lender.engine.pulse().tick();
    List<Letter> letters = lender.street.letters().subList(before, lender.street.letters().size());
    assertThat(letters).hasSize(1);
    assertThat(letters.getFirst().words())
        .contains("书面确认请见 https://pay.example/")
        .doesNotContain("3,280.50");
    assertThat(lender.events(CaseEvent.ContactMade.class))
        .extracting(CaseEvent.ContactMade::channel)
        .containsExactly(Channel.CALL);
  }

  @Test
  void aStatementThatIsAskedForIsSentAsALink() {
    ConversationId talk = taken();
    var _ = keys(talk, "1");
    var _ = keys(talk, "0000");
    assertThat(says(talk, "明细")).contains("短信发给您");
    var _ = lender.engine.pulse().tick();
    assertThat(lender.street.last().words()).contains("您要的明细");
    assertThat(lender.matter().statementDue()).isTrue();
  }

  @Test
  void aRecordingThatWasLeftBehindIsNotedOnce() {
    ConversationId talk = taken();
    CallNotes notes = lender.engine.callNotes();
    assertThat(notes.unknown(List.of())).isEmpty();
    assertThat(notes.unknown(List.of(talk.value()))).containsExactly(talk.value());
    Recorded cut = new Recorded(talk.value(), "ab".repeat(32), 16_000, 0, false);
    assertThat(notes.left(cut)).isTrue();
    assertThat(notes.left(cut)).as("once more, as after another crash").isTrue();
    assertThat(notes.unknown(List.of(talk.value()))).isEmpty();
    long noted =
        lender
            .database
            .transactor()
            .get(sql ->
                sql.get(
                    "select count(*) as n from ledger_entry where kind = 'recording'",
                    row -> row.number("n")));
    assertThat(noted).isEqualTo(1);
    UUID nobodys = new UUID(1, 2);
    assertThat(notes.left(new Recorded(nobodys, "ab".repeat(32), 16_000, 0, false))).isFalse();
    assertThat(notes.unknown(List.of(nobodys))).containsExactly(nobodys);
  }

  @Test
  void noKeyIsHeardAsASentence() {
    ConversationId talk = taken();
    assertThat(keys(talk, "7")).contains("本人吗");
    assertThat(keys(talk, "*")).contains("停止主动联系您");
    assertThat(lender.events(CaseEvent.StopRequested.class)).hasSize(1);
  }
}
