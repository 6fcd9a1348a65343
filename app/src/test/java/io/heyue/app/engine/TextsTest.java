package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.HoldKind;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.cases.Cases;
import java.nio.file.Path;
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

  @Test
  void whatOurMessagesNameIsStopInAnyWriting() {
    for (String text :
        List.of("退订", "退訂。", "ＴＤ", "td", "T", "Ｔ", "STOP", "Stop!", "ｓｔｏｐ", " 退 订 ", "opt-out")) {
      assertThat(Texts.isStop(text, true)).as(text).isTrue();
      assertThat(Texts.isStop(text, false)).as(text).isTrue();
    }
    for (String text : List.of("", "不", "no", "我要退订吗", "non-stop", "是我")) {
      assertThat(Texts.isStop(text, false)).as(text).isFalse();
    }
  }

  @Test
  void aLetterThatMayBeAnAnswerIsOneWhileSomethingIsAsked() {
    assertThat(Texts.isStop("N", false)).isTrue();
    assertThat(Texts.isStop("Ｎ", true)).isFalse();
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
}
