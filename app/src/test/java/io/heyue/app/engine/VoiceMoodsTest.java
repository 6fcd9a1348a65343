package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PersonName;
import io.heyue.core.base.Rng;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.channel.VoiceTone;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Flow;
import io.heyue.core.portfolio.Borrower;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Verification;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Emotion.Feeling;
import io.heyue.core.understanding.Understanding;
import io.heyue.store.conversations.Conversations;
import io.heyue.store.conversations.Talk;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.ledger.Written;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** How a voice sounded counts a little for a turn, where it may, and is nowhere afterwards. */
class VoiceMoodsTest {
  /** Digits that nothing else has. */
  private static final VoiceTone SAD =
      new VoiceTone(-2.718281, -2.236067, -2.645751, -1.732050, -2.449489, 2.828427);

  private static final List<String> DIGITS =
      List.of("718281", "236067", "645751", "732050", "73205", "449489", "828427");

  @TempDir private Path folder = Path.of("");
  private Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
    lender.borrowers(1);
    lender.campaign();
    var _ = lender.engine.pulse().tick();
    lender.later(Duration.ofDays(1));
  }

  @AfterEach
  void close() {
    lender.close();
  }

  private static ChannelEvent said(VoiceTone tone) {
    return new ChannelEvent.SpeechHeard("嗯", 0.9, false, Optional.of(tone));
  }

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
    var _ = lender.engine.desk().receive(id, new ChannelEvent.Answered());
    return id;
  }

  @Test
  void nothingOfTheVoiceIsKeptButWhatItSeemedToFeel() {
    ConversationId talk = taken();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(log);
    try {
      var _ = lender.engine.desk().receive(talk, said(SAD));
    } finally {
      root.detachAppender(log);
    }
    String turn = lender.entries("turn").getLast();
    assertThat(turn).contains("\"emotion\":\"SAD\"", " & voice@1", "SpeechHeard");
    assertThat(turn).doesNotContain("tone", "loudness");
    List<String> ledger = ledger();
    assertThat(ledger).contains(turn);
    assertThat(ledger).noneMatch(entry -> DIGITS.stream().anyMatch(entry::contains));
    String database = everything();
    assertThat(database).contains(talk.toString());
    assertThat(database).doesNotContain(DIGITS);
    assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage).toList())
        .noneMatch(line -> DIGITS.stream().anyMatch(line::contains));
  }

  /** All entries of the case in clear, of whatever kind. */
  private List<String> ledger() {
    Ledger ledger = Ledger.open(folder, lender.vault);
    return lender
        .database
        .transactor()
        .get(sql -> ledger.of(sql, lender.matter().id()).stream().map(Written::payload).toList());
  }

  /** Each row of each table as text. */
  private String everything() {
    return lender
        .database
        .transactor()
        .get(sql -> {
          StringBuilder all = new StringBuilder();
          sql.list(
                  "select quote_ident(table_schema) || '.' || quote_ident(table_name) as name"
                      + " from information_schema.tables where table_type = 'BASE TABLE'"
                      + " and table_schema not in ('pg_catalog', 'information_schema')",
                  row -> row.text("name"))
              .forEach(table ->
                  sql.list("select t::text as line from " + table + " t", row -> row.text("line"))
                      .forEach(line -> all.append(line).append('\n')));
          return all.toString();
        });
  }

  @Test
  void itIsAskedWhereTheLenderWantsItAndTheLawLetsUs() {
    assertThat(felt("CN", 0.15).emotion().label()).isEqualTo(Feeling.SAD);
    assertThat(felt("CN", 0.15).provenance().model()).endsWith("voice@1");
    assertThat(felt("CN", 0).emotion()).isEqualTo(Emotion.calm());
    assertThat(felt("CN", 0).provenance().model()).isEqualTo("few words");
    assertThat(felt("DE", 0.15).emotion()).as("nobody told them of it").isEqualTo(Emotion.calm());
  }

  /** What is understood of a calm word in a sad voice. */
  private Understanding felt(String place, double reliability) {
    Ears ears = new Ears(new FewWords(), Aide.none(), lender.guard);
    Dossier dossier = dossier(place, reliability);
    Flow flow = Objects.requireNonNull(Lender.BOOKS.flows().get("arrears"));
    DialogueState state =
        DialogueState.begin(
            ConversationId.draw(Rng.seeded(5)), flow, Lang.ZH, Channel.CALL, Optional.empty());
    Ears.Understood heard = ears.hear(said(SAD), state, dossier, flow, lender.now(), false);
    assertThat(heard.first().emotion()).as("by the words alone").isEqualTo(Emotion.calm());
    return heard.whole();
  }

  private Dossier dossier(String place, double reliability) {
    Case matter = lender.matter();
    return new Dossier(
        matter,
        new Borrower(
            matter.person(),
            new PersonName("样例甲"),
            new Verification(Verification.Kind.IDENTITY_TAIL, "0000"),
            Lang.ZH,
            place,
            ZoneOffset.UTC,
            Optional.empty()),
        Objects.requireNonNull(Lender.BOOKS.mandates().get(Lang.ZH)).withVoice(reliability));
  }

  @Test
  void theLawWantsTheRhythmInEachTurnOfACall() {
    assertThat(lender.engine.callNotes().cued(taken())).isTrue();
    assertThat(lender.engine.callNotes().cued(ConversationId.draw(Rng.seeded(7)))).isFalse();
  }
}
