package io.heyue.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTest {
  private static final Verification DIGITS = identity("3105");
  private static final Verification WITH_X = identity("310X");
  private static final Verification CONTRACT =
      new Verification(Verification.Kind.CONTRACT_TAIL, "B7K2");

  private static Verification identity(String answer) {
    return new Verification(Verification.Kind.IDENTITY_TAIL, answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3105",
        "３１０５",
        "三幺零五",
        "三一〇五",
        "嗯，是3105吧",
        "3 1 0 5",
        "三，幺，零，五",
        "三幺，嗯，零五",
        "三幺 05",
        "3105，我下周五还2300",
        "我下周五还2300，尾号3105",
        "我是张三，3105",
        "我是张三3105",
        "three one zero five",
        "Three-one-oh-five",
        "my phone ends 0000 but the id is 3105",
        "2105，不对，是3105",
        "Oh, 3105",
      })
  void hearsTheRightAnswer(String said) {
    assertThat(DIGITS.answeredBy(said)).isTrue();
    assertThat(DIGITS.attemptedBy(said)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seven to for nine",
        "Seven too fore nine",
        "it is seven two four nine",
        "Yes, it's seven to four nine, thank you.",
        "The last four digits are seven to for nine.",
        "oh, seven, to, four, nine",
        "seven-to-four-nine"
      })
  void hearsWhatSoundsLikeDigitsBetweenOthers(String said) {
    assertThat(identity("7249").answeredBy(said)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"to seven for nine", "72 for 9", "seven tomorrow four nine"})
  void wordsThatStandByThemselvesAreNoDigits(String said) {
    assertThat(identity("7249").answeredBy(said)).isFalse();
    assertThat(identity("2749").answeredBy(said)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3106",
        "31050",
        "13105",
        "310",
        "三千一百零五",
        "五零幺三",
        "我下周五还2300",
        "someone",
        "phone 310"
      })
  void doesNotHearItInAnythingElse(String said) {
    assertThat(DIGITS.answeredBy(said)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"310X", "310x", "３１０Ｘ", "三幺零X", "三幺零叉", "3 1 0 x"})
  void anXEndsIt(String said) {
    assertThat(WITH_X.answeredBy(said)).isTrue();
    assertThat(DIGITS.answeredBy(said)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"B7K2", "b7k2", "Ｂ７Ｋ２", "合同尾号b7k2", "B 7 K 2", "it ends B7-K2"})
  void aContractsTailMayHoldLetters(String said) {
    assertThat(CONTRACT.answeredBy(said)).isTrue();
  }

  @Test
  void aWrongTailOfAContractIsAnAttempt() {
    assertThat(CONTRACT.answeredBy("B7K3")).isFalse();
    assertThat(CONTRACT.attemptedBy("B7K3")).isTrue();
    assertThat(CONTRACT.attemptedBy("I don't know it")).isFalse();
  }

  /** Each with an answer that it would be if words that sound alike counted anywhere. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I want to talk to someone for an hour             | 2240
          ate at eight                                      | 8800
          I work nine to five two days a week               | 9252
          nine to five two days                             | 9252
          from nine to five for one                         | 9254
          two to two for                                    | 2224
          to one for two                                    | 2142
          one for you to have one                           | 1421
          give one to one or two to four                    | 1212
          I have one for two                                | 1420
          two for one too                                   | 2412
          it is eight to two one or three                   | 8221
          I ate one for two                                 | 8142
          seven to one nine is my lucky number              | 7219
          call seven to one nine                            | 7219
          not seven to one nine                             | 7219
          seven to one nine or seven to one eight           | 7219
          seven to one nine one                             | 7219
          oh to one nine                                    | 0219
          72 to 19                                          | 7219
          """)
  void ordinaryWordsProveNothing(String said, String answer) {
    Verification asked = identity(answer);
    assertThat(asked.answeredBy(said)).isFalse();
    assertThat(asked.answersIn(said)).isZero();
  }

  /** No sentence of words that sound alike has more than its true digits. */
  @Test
  void wordsThatSoundAlikeAloneAreNoDigits() {
    List<String> words = List.of("to", "too", "for", "fore", "ate", "o", "oh");
    Random random = new Random(3);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder said = new StringBuilder();
      for (int count = 0; count < 2 + random.nextInt(8); count++) {
        said.append(words.get(random.nextInt(words.size()))).append(' ');
      }
      assertThat(identity("2248").answersIn(said.toString())).as(said.toString()).isZero();
      assertThat(DIGITS.attemptedBy("I want " + said + "talk")).as(said.toString()).isFalse();
    }
  }

  /** Otherwise one text with all ten thousand numbers would prove everything. */
  @Test
  void namingAllNumbersIsGuessing() {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      all.append(String.format(java.util.Locale.ROOT, "%04d；", i));
    }
    assertThat(DIGITS.answeredBy(all.toString())).isFalse();
    assertThat(DIGITS.attemptedBy(all.toString())).isTrue();
    assertThat(DIGITS.answeredBy("3101；3102；3103；3104；3105")).isFalse();
    assertThat(DIGITS.answeredBy("0 1 2 3 4 5 6 7 8 9 3 1 0 5")).isFalse();
  }

  @Test
  void wordsAloneAreNoAttempt() {
    assertThat(DIGITS.attemptedBy("你是谁")).isFalse();
    assertThat(DIGITS.attemptedBy("等一下")).isFalse();
    assertThat(DIGITS.attemptedBy("give me the money, phone someone")).isFalse();
    assertThat(DIGITS.attemptedBy("9999")).isTrue();
  }

  @Test
  void theAnswerIsNeverPrinted() {
    assertThat(DIGITS.toString()).doesNotContain("3105");
    assertThatThrownBy(() -> identity("31")).hasMessageNotContaining("31 ");
  }
}
