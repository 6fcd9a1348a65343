package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.portfolio.Labelling;
import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Emotion.Feeling;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Language;
import io.heyue.core.understanding.MaskedText;
import io.heyue.core.understanding.Provenance;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.core.understanding.SecondOpinion;
import io.heyue.core.understanding.Understanding;
import io.heyue.store.labels.Hearing;
import io.heyue.store.labels.Hearings;
import io.heyue.store.labels.Label;
import io.heyue.store.labels.Labels;
import io.heyue.store.labels.Meaning;
import io.heyue.store.labels.Utterance;
import io.heyue.store.postgres.Sql;
import io.heyue.store.vault.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was not understood for sure, or wrongly, is kept masked for people to say what it means. */
class MeaningsTest {
  private static final Meaning CANNOT =
      new Meaning(
          Intent.CANNOT_PAY,
          Set.of(Intent.REQUEST_EXTENSION),
          Optional.of(new Meaning.Tone(Feeling.SAD, 2, Cooperation.MID, false)));

  @TempDir private Path folder = Path.of("");
  private Lender lender;
  private ConversationId talk;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
    lender.borrowers(1);
    talk = lender.verified();
  }

  @AfterEach
  void close() {
    lender.close();
  }

  private List<Label> all() {
    return lender
        .engine
        .meanings()
        .page(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 50);
  }

  private long seq(String words) {
    return lender.engine.desk().messages(talk, 0).stream()
        .filter(said -> said.text().contains(words))
        .findFirst()
        .orElseThrow()
        .seq();
  }

  @Test
  void whatWasNotSureIsAskedOnceAndMasked() {
    var _ = lender.says(talk, "大概吧，样例甲不在，打13800000000");
    assertThat(all()).hasSize(1);
    assertThat(again("大概吧 [name]不在 打[number]")).isFalse();
    assertThat(again("大概不会吧")).isTrue();
    Label label =
        all().stream().filter(each -> each.utterance().seq() != 1).findFirst().orElseThrow();
    assertThat(label.utterance().words().text()).isEqualTo("大概吧，[name]不在，打[number]");
    assertThat(label.utterance().lang()).isEqualTo(Lang.ZH);
    assertThat(label.utterance().asked()).isNotEmpty();
    assertThat(label.understood().orElseThrow().intent()).isEqualTo(Intent.AFFIRM);
    assertThat(label.model()).isEqualTo("few words");
    assertThat(label.reason()).isEqualTo(Label.Reason.UNCERTAIN);
    assertThat(label.state()).isEqualTo(Label.State.OPEN);
    assertThat(label.toString()).doesNotContain("大概");
  }

  @Test
  void noWordOfItStandsInTheTablesInClear() {
    var _ = lender.says(talk, "大概吧，没有工作了");
    boolean clear =
        lender
            .database
            .transactor()
            .get(sql ->
                sql.get(
                    "select bool_or(l::text like '%没有工作%' or l::text like '%'"
                        + " || encode('没有工作'::bytea, 'hex') || '%') as clear from label l",
                    row -> row.truth("clear")));
    assertThat(clear).isFalse();
  }

  @Test
  void whatIsSureIsCountedAndNotAsked() {
    var _ = lender.says(talk, "总共欠多少");
    assertThat(all()).isEmpty();
    Hearings.Census census =
        lender
            .database
            .transactor()
            .get(sql ->
                new Hearings()
                    .census(sql, Lang.ZH, Lender.MONDAY, Lender.MONDAY.plusSeconds(3_600)));
    assertThat(census.intents()).containsEntry("ask_amount", 1L);
    assertThat(census.sureness()).containsOnlyKeys(9);
    assertThat(census.heard()).isEqualTo(3);
  }

  @Test
  void aDayAsksForNoMoreThanTheLenderWants() {
    lender.database.transactor().run(this::fill);
    var _ = lender.says(talk, "大概是那样");
    assertThat(asked()).isEqualTo(200);
    lender.later(Duration.ofDays(1));
    var _ = lender.says(talk, "大概是这样");
    assertThat(asked()).isEqualTo(201);
  }

  private long asked() {
    return lender
        .database
        .transactor()
        .get(sql -> sql.get("select count(*) as n from label", row -> row.number("n")));
  }

  /** As many of today as a lender wants. */
  private void fill(Sql sql) {
    byte[] body = lender.vault.sealText("大概", Field.of("label", "body"));
    var _ =
        sql.update(
            """
            insert into label (id, conversation_id, seq, at, lang, body, words_digest, asked, reason, state)
            select gen_random_uuid(), ?, 1, ?, 'zh', ?, n::text::bytea, '', 'uncertain', 'open'
            from generate_series(1, 200) n
            """,
            talk.value(),
            lender.now(),
            body);
  }

  @Test
  void thePersonIsAnsweredEvenWhereNothingCanBeAsked() {
    rename("label", "label_out_of_reach");
    assertThat(lender.says(talk, "大概吧，没有工作了")).isNotEmpty();
    rename("label_out_of_reach", "label");
    assertThat(all()).isEmpty();
    rename("hearing", "hearing_out_of_reach");
    assertThat(lender.says(talk, "总共欠多少")).isNotEmpty();
    rename("hearing_out_of_reach", "hearing");
    assertThat(lender.says(talk, "大概不会吧")).isNotEmpty();
    assertThat(all()).hasSize(1);
  }

  private void rename(String from, String to) {
    lender.database.transactor().run(sql -> sql.update("alter table " + from + " rename to " + to));
  }

  @Test
  void aPersonSaysWhatOneMeansOrDropsIt() {
    var _ = lender.says(talk, "大概吧，没有工作了");
    Label open = all().getFirst();
    Label meant = lender.engine.meanings().mean(open.id(), CANNOT, "an");
    assertThat(meant.state()).isEqualTo(Label.State.LABELLED);
    assertThat(meant.meaning()).contains(CANNOT);
    assertThat(meant.settledBy()).contains("an");
    Label dropped = lender.engine.meanings().drop(open.id(), "bo");
    assertThat(dropped.state()).isEqualTo(Label.State.DROPPED);
    assertThat(dropped.meaning()).isEmpty();
    assertThat(again("大概吧，没有工作了")).isFalse();
  }

  /** Whether the same question is asked of another message that says {@code masked}. */
  private boolean again(String masked) {
    Utterance before = all().getFirst().utterance();
    Utterance other =
        new Utterance(talk, 1, lender.now(), Lang.ZH, new MaskedText(masked), before.asked());
    Hearing heard =
        new Hearing(
            talk,
            1,
            lender.now(),
            Lang.ZH,
            before.asked(),
            new ScoredIntent(Intent.AFFIRM, 0.3),
            "few words");
    return lender
        .database
        .transactor()
        .get(sql -> new Labels(lender.vault).ask(sql, other, heard, 10));
  }

  @Test
  void whatWasTakenForSomethingElseIsCorrected() {
    var _ = lender.says(talk, "总共欠这么多，还不上，找样例甲要");
    Label corrected = lender.engine.meanings().correct(talk, seq("还不上"), CANNOT, "an");
    assertThat(corrected.reason()).isEqualTo(Label.Reason.CORRECTED);
    assertThat(corrected.utterance().words().text()).isEqualTo("总共欠这么多，还不上，找[name]要");
    assertThat(corrected.understood().orElseThrow().intent()).isEqualTo(Intent.ASK_AMOUNT);
    assertThat(corrected.meaning()).contains(CANNOT);
    Meaning other = new Meaning(Intent.REFUSE_TO_PAY, Set.of(), Optional.empty());
    assertThat(lender.engine.meanings().correct(talk, seq("还不上"), other, "bo").meaning())
        .contains(other);
    assertThat(all()).hasSize(1);
  }

  /** The same words after the same question, said at another time, maybe by somebody else. */
  @Test
  void aCorrectionLeavesOtherMessagesAlone() {
    var _ = lender.says(talk, "大概吧，没有工作了");
    Label open = all().getFirst();
    Utterance other =
        new Utterance(
            talk, 1, lender.now(), Lang.ZH, open.utterance().words(), open.utterance().asked());
    Label corrected =
        lender
            .database
            .transactor()
            .get(sql ->
                new Labels(lender.vault)
                    .correct(sql, other, Optional.empty(), CANNOT, "an", lender.now()));
    assertThat(corrected.utterance().seq()).isEqualTo(1);
    assertThat(corrected.state()).isEqualTo(Label.State.LABELLED);
    assertThat(all()).hasSize(2).filteredOn(each -> each.id().equals(open.id())).containsOnly(open);
    Meaning deny = new Meaning(Intent.DENY, Set.of(), Optional.empty());
    Label own = lender.engine.meanings().correct(talk, open.utterance().seq(), deny, "bo");
    assertThat(own.id()).isEqualTo(open.id());
    assertThat(own.reason()).isEqualTo(Label.Reason.CORRECTED);
    assertThat(all()).hasSize(2).contains(corrected);
    assertThat(again("大概吧，没有工作了")).isFalse();
  }

  @Test
  void aMeaningThatTheTaxonomyLostIsNone() {
    var _ = lender.says(talk, "大概吧，没有工作了");
    var _ = lender.engine.meanings().mean(all().getFirst().id(), CANNOT, "an");
    lender
        .database
        .transactor()
        .run(sql -> sql.update("update label set meant_also = '{gone_since}'"));
    assertThat(all().getFirst().meaning().orElseThrow().also()).isEmpty();
    lender.database.transactor().run(sql -> sql.update("update label set meant = 'gone_since'"));
    assertThat(all().getFirst().meaning()).isEmpty();
    assertThat(all().getFirst().state()).isEqualTo(Label.State.LABELLED);
  }

  @Test
  void aLenderWhoWantsNoneIsAskedNothing() {
    Understanding first =
        new Understanding(
            "唉",
            new Language("zh", 1),
            List.of(new ScoredIntent(Intent.ASK_AMOUNT, 0.3)),
            List.of(),
            Emotion.calm(),
            Cooperation.MID,
            new Provenance("few words", "none"));
    Understanding whole =
        new SecondOpinion(List.of(Intent.CANNOT_PAY), Feeling.CALM, "chat")
            .beside(first, false, 0.6)
            .orElseThrow();
    assertThat(Meanings.unsure(first, first, new Labelling(0.5, 1))).isTrue();
    assertThat(Meanings.unsure(first, first, new Labelling(0.2, 1))).isFalse();
    assertThat(Meanings.unsure(first, whole, new Labelling(0.2, 1))).isTrue();
    assertThat(Meanings.unsure(first, whole, new Labelling(0, 1))).isFalse();
    assertThat(Meanings.unsure(first, whole, new Labelling(0.5, 0))).isFalse();
  }

  @Test
  void whatWeSaidIsNoUtteranceOfTheirs() {
    assertThatThrownBy(() -> lender.engine.meanings().correct(talk, 1, CANNOT, "an"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("seq");
  }

  /** Whoever takes a person's messages away takes these away with them. */
  @Test
  void goesWithTheMessage() {
    var _ = lender.says(talk, "大概吧，没有工作了");
    assertThat(all()).hasSize(1);
    lender.database.transactor().run(sql -> sql.update("delete from message"));
    assertThat(all()).isEmpty();
    long heard =
        lender
            .database
            .transactor()
            .get(sql -> sql.get("select count(*) as n from hearing", row -> row.number("n")));
    assertThat(heard).isZero();
  }
}
