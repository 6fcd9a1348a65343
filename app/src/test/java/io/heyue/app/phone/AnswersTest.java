package io.heyue.app.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "open",
        "ask_verification",
        "state_account",
        "ask_when",
        "ask_reason",
        "ask_dispute",
        "ask_ability",
        "ask_amount",
        "offer_plan",
        "offer_extension",
        "ask_anything_else"
      })
  void whatIsUsuallyAnsweredIsKnown(String question) {
    List<String> answers = Answers.to(question, Lang.ZH);
    assertThat(answers).hasSizeGreaterThan(5).doesNotHaveDuplicates();
    assertThat(answers).allMatch(answer -> answer.matches("\\p{IsHan}+"));
  }

  @Test
  void whoCannotPayOrPaidOrDisputesIsHeardWhenAskedForADay() {
    assertThat(Answers.to("state_account", Lang.ZH)).contains("我没钱", "我已经还了", "不是我借的", "我想分期");
  }

  @Test
  void aYesOrNoHasNoneOfItsOwnAndNorHasALanguageThatIsHeardFreely() {
    assertThat(Answers.to("read_back", Lang.ZH)).isEmpty();
    assertThat(Answers.to("open", Lang.EN)).isEmpty();
  }
}
