package io.heyue.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleForm.ForbiddenWords;
import io.heyue.core.law.RuleForm.Statement;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.Samples;
import io.heyue.core.words.Excuses;
import io.heyue.core.words.Normaliser;
import io.heyue.core.words.Offence;
import io.heyue.core.words.Reader;
import io.heyue.core.words.WordSense;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What words do to whom they are said, with a head of which every answer is known. */
class ConductTest {
  private static final Excuses EXCUSES =
      new Excuses(
          Map.of(Lang.ZH, List.of(Pattern.compile("不会[^,。]*$"))),
          Map.of(Lang.ZH, List.of(Pattern.compile("您说有人"))),
          Map.of(Lang.ZH, List.of(Pattern.compile("没"))));

  /** Senses shaming where somebody is to tell, an insult where somebody is called lazy. */
  private static final WordSense HEAD =
      new WordSense() {
        @Override
        public Optional<Sensed> sense(String sentence, Lang lang) {
          if (sentence.contains("一定告诉")) {
            return Optional.of(new Sensed(Offence.SHAMING, 0.95));
          }
          if (sentence.contains("告诉")) {
            return Optional.of(new Sensed(Offence.SHAMING, 0.8));
          }
          return sentence.contains("懒")
              ? Optional.of(new Sensed(Offence.INSULT, 0.7))
              : Optional.empty();
        }

        @Override
        public boolean clears(String sentence, Lang lang) {
          return sentence.contains("处理您的投诉");
        }

        @Override
        public double familiar(String sentence, Lang lang) {
          return sentence.contains("嘟噜") ? 0 : 1;
        }

        @Override
        public String version() {
          return "hand-made 1";
        }
      };

  private static final Guard GUARD = guard(SampleLaw.book());

  private static Guard guard(RuleBook book) {
    return new Guard(book, new Reader(Normaliser.bare(), EXCUSES, HEAD));
  }

  private static List<Misdeed> misdeeds(String words) {
    return misdeeds(GUARD, words, true);
  }

  private static List<Misdeed> misdeeds(Guard guard, String words, boolean verified) {
    return guard.misdeeds(guard.read(words), Set.of("CN"), Samples.TODAY, _ -> false, verified);
  }

  private static String marked(String words, Misdeed misdeed) {
    return misdeed.span().of(words);
  }

  @Test
  void forbiddenWordsAreMarkedWhereTheyStandInTheOriginal() {
    String words = "您好。再不还就坐牢，后果自负！";
    assertThat(misdeeds(words))
        .extracting(each -> each.rule().id(), Misdeed::category, each -> marked(words, each))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("CN-THREAT", "threat", "坐牢"),
            org.assertj.core.groups.Tuple.tuple("CN-THREAT", "threat", "后果自负"));
    assertThat(misdeeds("您好，请问现在方便吗？")).isEmpty();
  }

  @Test
  void aConsequenceThatIsNotProvenIsAMisdeedAndOneThatIsProvenIsNone() {
    String words = "逾期会报送征信。";
    assertThat(misdeeds(words))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.rule().id()).isEqualTo("CN-CREDIT");
          assertThat(each.category()).isEqualTo("unproven_consequence");
          assertThat(marked(words, each)).isEqualTo("征信");
        });
    assertThat(
            GUARD.misdeeds(
                GUARD.read(words),
                Set.of("CN"),
                Samples.TODAY,
                statement -> statement == Statement.CREDIT_REPORTING,
                true))
        .isEmpty();
  }

  /** What only facts permit must be known as such even where the facts are there. */
  @Test
  void wordsThatStateAConsequenceAreKnownWhetherItIsProvenOrNot() {
    assertThat(states("逾期会报送征信。")).isTrue();
    assertThat(states("我们会起诉您。")).isTrue();
    assertThat(states("我们不会起诉您。")).isFalse();
    assertThat(states("您好。")).isFalse();
  }

  /** However polite; but "we have not reported it" is no statement that it will be. */
  @Test
  void aGatedStatementIsClearedOnlyWhereItMayBeDenied() {
    assertThat(misdeeds("处理您的投诉时没有动过征信")).isEmpty();
    assertThat(misdeeds("处理您的投诉时会报送征信")).hasSize(1);
    assertThat(misdeeds("没有还款会报送征信")).hasSize(1);
  }

  /** A sentence that reports excuses itself, and none beside it. */
  @Test
  void aReportExcusesNoOtherSentence() {
    assertThat(misdeeds("您说有人这样。我要告诉你老板。"))
        .singleElement()
        .satisfies(each -> assertThat(marked("您说有人这样。我要告诉你老板。", each)).isEqualTo("我要告诉你老板"));
  }

  private static boolean states(String words) {
    return GUARD.statesConsequence(GUARD.read(words), Set.of("CN"), Samples.TODAY);
  }

  @Test
  void whatIsDeniedOrReportedIsExcused() {
    assertThat(misdeeds("您不会坐牢。")).isEmpty();
    assertThat(misdeeds("您说有人叫您后果自负？")).isEmpty();
    assertThat(misdeeds("您不会有事，否则坐牢。")).hasSize(1);
  }

  /** Whoever denies a debt to a stranger has told them of it. */
  @Test
  void noDenialExcusesTellingOfADebtBeforeTheVerification() {
    String words = "我们不会说您欠了什么。";
    assertThat(misdeeds(GUARD, words, false))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.rule().id()).isEqualTo("CN-RIGHT-PARTY");
          assertThat(each.category()).isEqualTo("third_party_disclosure");
          assertThat(marked(words, each)).isEqualTo("欠");
        });
    assertThat(misdeeds(GUARD, words, true)).isEmpty();
  }

  /** The head may know a harmless sentence; a gated statement is false however polite it is. */
  @Test
  void theHeadClearsForbiddenWordsAndNoGatedStatement() {
    assertThat(misdeeds("法院的人会处理您的投诉。")).isEmpty();
    assertThat(misdeeds("法院的人会来。")).hasSize(1);
    assertThat(misdeeds("起诉之后会处理您的投诉。"))
        .extracting(each -> each.rule().id())
        .containsExactly("CN-LAWSUIT");
  }

  @Test
  void whatTheHeadSensesFallsUnderTheRuleOfItsKindElseUnderTheFirst() {
    Guard guard =
        guard(
            SampleLaw.bookWith(
                SampleLaw.rule("CN-SHAMING", new ForbiddenWords("shaming", List.of()))));
    assertThat(misdeeds(guard, "我会告诉您单位。", true))
        .extracting(each -> each.rule().id(), Misdeed::category)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("CN-SHAMING", "shaming"));
    assertThat(misdeeds("我会告诉您单位。"))
        .extracting(each -> each.rule().id(), Misdeed::category)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("CN-DECEIT", "shaming"));
    Guard bare = guard(SampleLaw.book(SampleLaw.rule("CN-WINDOW", SampleLaw.window())));
    assertThat(misdeeds(bare, "我会告诉您单位。", true))
        .extracting(each -> each.rule().id())
        .containsExactly("XX-UNCLEAR");
  }

  @Test
  void theClauseThatIsWorstIsMarkedAndNotWhatIsInnocentBesideIt() {
    String words = "您好，您真懒，我会告诉您单位，谢谢。再见。";
    assertThat(misdeeds(words))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.category()).isEqualTo("shaming");
          assertThat(marked(words, each)).isEqualTo("我会告诉您单位");
        });
  }

  /** Only where the head is certain does it overrule a sentence that seems to report. */
  @Test
  void whatIsReportedIsNotHeldAgainstWhoeverReportsIt() {
    assertThat(misdeeds("您说有人会告诉您单位？")).isEmpty();
    assertThat(misdeeds("您说有人会告诉，我也一定告诉您单位。"))
        .extracting(Misdeed::category)
        .containsExactly("shaming");
  }

  @Test
  void theHeadIsAskedOfNothingButWords() {
    WordSense everything =
        new WordSense() {
          @Override
          public Optional<Sensed> sense(String sentence, Lang lang) {
            return Optional.of(new Sensed(Offence.INSULT, 0.6));
          }

          @Override
          public boolean clears(String sentence, Lang lang) {
            return false;
          }

          @Override
          public double familiar(String sentence, Lang lang) {
            return 1;
          }

          @Override
          public String version() {
            return "hand-made 2";
          }
        };
    Guard guard =
        new Guard(SampleLaw.book(), new Reader(Normaliser.bare(), Excuses.none(), everything));
    assertThat(misdeeds(guard, "12 34。", true)).isEmpty();
    assertThat(misdeeds(guard, "您好 12。", true)).hasSize(1);
  }

  /** What nobody understands can't be judged, and so is not said. */
  @Test
  void whatCannotBeUnderstoodIsOneMisdeedOverAllOfIt() {
    for (String words : List.of("嘟噜嘟噜嘟噜嘟噜，坐牢。", "？！…")) {
      assertThat(misdeeds(words))
          .singleElement()
          .satisfies(each -> {
            assertThat(each.rule()).isEqualTo(Conduct.UNCLEAR);
            assertThat(each.category()).isEqualTo("unclear");
            assertThat(marked(words, each)).isEqualTo(words);
          });
    }
  }

  @Test
  void aGuardSaysByWhichLawAndWhichHeadItJudges() {
    RuleBook book = SampleLaw.book();
    assertThat(guard(book).wordsVersion()).isEqualTo("hand-made 1");
    assertThat(guard(book).law()).isSameAs(book);
    assertThat(guard(book).lawVersion()).isEqualTo("sample law 1");
  }
}
