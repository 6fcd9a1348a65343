package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.PersonId;
import io.heyue.core.channel.Piece;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.cases.Cases;
import io.heyue.store.conversations.Conversations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which words by text message mean stop. */
class TextsTest {
  @TempDir private Path folder = Path.of("");
  private Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
    lender.borrowers(1);
    lender
        .engine
        .campaigns()
        .start(
            lender.engine.campaigns().create("all", Filter.everyone(), Approach.text("arrears")));
    var _ = lender.engine.pulse().tick();
  }

  @AfterEach
  void close() {
    lender.close();
  }

  private boolean stopped() {
    return lender
        .database
        .transactor()
        .get(sql -> new Cases().page(sql, Optional.empty(), 1))
        .getFirst()
        .holds()
        .containsKey(HoldKind.STOP);
  }

  private boolean stop(String text, boolean asked) {
    return Texts.isStop(lender.guard.law(), text, asked, lender.now());
  }

  @Test
  void whatOurMessagesNameIsStopInAnyWriting() {
    for (String text :
        List.of("退订", "退訂。", "ＴＤ", "td", "T", "Ｔ", "STOP", "Stop!", "ｓｔｏｐ", " 退 订 ", "opt-out")) {
      assertThat(stop(text, true)).as(text).isTrue();
      assertThat(stop(text, false)).as(text).isTrue();
    }
    for (String text : List.of("", "不", "no", "我要退订吗", "non-stop", "是我")) {
      assertThat(stop(text, false)).as(text).isFalse();
    }
  }

  @Test
  void aLetterThatMayBeAnAnswerIsOneWhileSomethingIsAsked() {
    assertThat(stop("N", false)).isTrue();
    assertThat(stop("Ｎ", true)).isFalse();
    lender.engine.desk().smsReceived(Lender.phone(0), "是我", "m-1");
    lender.engine.desk().smsReceived(Lender.phone(0), "N", "m-2");
    assertThat(stopped()).isFalse();
    lender.engine.desk().smsReceived(Lender.phone(0), "ＴＤ", "m-3");
    assertThat(stopped()).isTrue();
  }

  @Test
  void aLetterAfterAMessageThatAskedNothingIsStop() {
    lender.engine.desk().smsReceived(Lender.phone(0), "N", "m-1");
    assertThat(stopped()).isTrue();
  }

  private void part(int reference, int total, int number, String words) {
    byte[] body = words.getBytes(StandardCharsets.UTF_16BE);
    lender
        .engine
        .desk()
        .smsPartReceived(
            Lender.phone(0),
            Piece.of(reference, total, number, body),
            whole -> new String(whole, StandardCharsets.UTF_16BE),
            "part-" + reference + "-" + number + "-" + words,
            Duration.ofDays(30));
  }

  /** What people were heard to say, in order. */
  private List<String> heard() {
    return lender
        .database
        .transactor()
        .get(sql -> new Conversations(lender.vault).latest(sql, person(), Channel.SMS))
        .map(talk -> lender.engine.desk().messages(talk.id(), 0))
        .orElse(List.of())
        .stream()
        .filter(said -> said.side() == Said.Side.PERSON)
        .map(Said::text)
        .toList();
  }

  private PersonId person() {
    return lender
        .database
        .transactor()
        .get(sql -> sql.get("select id from person", row -> new PersonId(row.uuid("id"))));
  }

  @Test
  void partsAreOneMessageWhoeverTakesThemAndInWhateverOrder() {
    part(7, 3, 3, "的事");
    try (Lender other = new Lender(folder, Server.again(), 9, new Street())) {
      other.at(lender.now());
      byte[] body = "是我".getBytes(StandardCharsets.UTF_16BE);
      other
          .engine
          .desk()
          .smsPartReceived(
              Lender.phone(0),
              Piece.of(7, 3, 1, body),
              whole -> new String(whole, StandardCharsets.UTF_16BE),
              "x",
              Duration.ofDays(30));
    }
    assertThat(heard()).isEmpty();
    part(7, 3, 2, "，你们");
    part(7, 3, 2, "，你们");
    assertThat(heard()).containsExactly("是我，你们的事");
  }

  @Test
  void partsOfAnEarlierMessageAreNotMixedIn() {
    part(7, 2, 1, "旧的");
    part(7, 2, 1, "是我");
    part(7, 2, 2, "呀");
    part(8, 2, 1, "旧的");
    lender.later(Duration.ofHours(2));
    part(8, 2, 2, "新的");
    assertThat(heard()).containsExactly("是我呀");
  }

  @Test
  void wordsThatComeAgainAtOnceWithoutAnIdAreTheSameMessageAndLaterAnother() {
    Duration atOnce = Duration.ofSeconds(30);
    for (int i = 0; i < 2; i++) {
      lender.engine.desk().smsReceived(Lender.phone(0), "是我", "d", atOnce);
      lender.later(Duration.ofSeconds(10));
    }
    lender.later(Duration.ofMinutes(1));
    lender.engine.desk().smsReceived(Lender.phone(0), "是我", "d", atOnce);
    assertThat(heard()).containsExactly("是我", "是我");
  }
}
