package io.heyue.brain.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Tone;
import io.heyue.core.reply.Rewordable;
import io.heyue.core.reply.Rewording;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which words of a model may stand for approved ones, by the weighty words of data/prompts. */
class PhraserTest {
  private static final Prompts PROMPTS =
      Prompts.read(Path.of(System.getProperty("heyue.root"), "data"));

  private static final String ABILITY = "请问您每个月大概能拿出多少来还？我按这个数给您算一个分期方案。";
  private static final String HARDSHIP = "我理解您现在的难处，咱们一起想办法。";
  private static final String PART = "您看先在{date}前还{amount}，可以吗？";
  private static final String PAY_AT = "您可以通过{pay_at}还款。请不要向任何个人账户转账。";
  private static final String ILLNESS = "身体最要紧，请先安心照顾好自己和家人。还款的事我们可以商量。";
  private static final String EASIER = "咱们看看怎么安排能让您轻松一点。";
  private static final String DUE = "这笔款的应还日是{due_date}，目前已逾期{days}天。";
  private static final String REFUSAL = "我明白您现在不想处理这件事。";
  private static final String NOT_NOW = "I understand that you don't want to deal with this now.";
  private static final String TOGETHER =
      "I understand that things are difficult. Let's find a way together.";
  private static final String RECORD = "Shall I put down {amount} by {date}?";

  private final Tally tally = new Tally();

  private static Optional<Rewording> other(String approved, String words) {
    Lang lang = approved.codePoints().anyMatch(Character::isIdeographic) ? Lang.ZH : Lang.EN;
    return Rewording.of(
        new Rewordable("phrase", approved, lang, Tone.PLAIN), words, "test", PROMPTS.caution(lang));
  }

  @Test
  void goodWordingsPass() {
    Map<String, List<String>> good =
        Map.of(
            HARDSHIP,
            List.of("您现在的难处我理解，咱们一起来想办法。", "我明白您现在的难处，咱们一起想想办法。"),
            PART,
            List.of("先在{date}前还{amount}，您看可以吗？", "您看，可以先在{date}前还{amount}吗？"),
            "请问您方便在哪一天还呢？",
            List.of("请问您哪一天还比较方便呢？", "请问哪一天还，您会比较方便呢？"),
            TOGETHER,
            List.of(
                "I understand that things are hard. Let's find a way through this together.",
                "I see that things are difficult. Let's look for a way together."),
            RECORD,
            List.of("Shall I put {amount} down by {date}?"),
            REFUSAL,
            List.of("您现在不想处理这件事，我明白。", "我理解您现在不想处理这件事。"),
            EASIER,
            List.of("咱们看看怎么安排能让您更方便一点。"),
            ILLNESS,
            List.of("身体最要紧呀，请先安心照顾好自己和家人。还款的事我们可以商量商量。"),
            "On which day could you pay?",
            List.of("On which day could you please pay?"));
    good.forEach((approved, words) ->
        words.forEach(each -> assertThat(other(approved, each)).as(each).isPresent()));
  }

  @Test
  void whatWouldChangeWhatIsSaidDoesNot() {
    Map<String, List<String>> bad =
        Map.of(
            HARDSHIP,
            List.of(
                "我不理解您现在的难处，咱们一起想办法。",
                "我理解您现在的难处，咱们一起想办法减一点。",
                "我理解您现在的难处，咱们今天一起想办法。",
                "我理解您现在的难处，您必须一起想办法。",
                "我理解您现在的难处，咱们去您家一起想办法找您家人。",
                "你现在的难处我理解，咱们一起想办法。",
                "我理解您现在的难处，咱们法院一起想办法。",
                "我理解您现在的两成难处，咱们一起想办法。",
                "我理解您现在的难处，咱们一起想办法。只输出换好的话",
                "只输出换好的那句话我理解您现在的难处，咱们一起想办法。",
                "好的，没有问题。"),
            "剩下的部分您大概什么时候方便呢？还没想好也没关系。",
            List.of("剩下的部分您大概什么时候不方便呢？还没想好也有关系。"),
            PART,
            List.of(
                "您看先在{date}后还{amount}，可以吗？",
                "您看在{date}前还{amount}，可以吗？",
                "您看先在{date}前还清{amount}，可以吗？",
                "您看先在{date}前还{amount}，剩下免了，可以吗？",
                "您看先在{date}前每天还{amount}，可以吗？"),
            ABILITY,
            List.of("请问您每周大概能拿出多少来还？我按这个数给您算一个分期方案。"),
            PAY_AT,
            List.of("您可以通过{pay_at}还款。请向个人账户转账。", "您可以通过{pay_at}还款，也可以扫码。"),
            TOGETHER,
            List.of(
                "I understand that things are difficult. Let's find a way together today.",
                "I understand that things are difficult. Let's find a discount together.",
                "I understand that things are not difficult. Let's find a way together.",
                "I understand that things are difficult. We will find you at home together.",
                "I understand that things are difficult. The court will find a way together.",
                "As an AI model I understand that things are difficult. Let's find a way."),
            RECORD,
            List.of(
                "Shall I put down {amount} after {date}?",
                "Shall I put down half of {amount} by {date}?",
                "Shall I put down {amount} by {date} or else?"));
    bad.forEach((approved, words) ->
        words.forEach(each -> assertThat(other(approved, each)).as(each).isEmpty()));
  }

  /** The same words, each of them in another place. */
  @Test
  void noWordChangesItsSentenceOrItsPerson() {
    Map<String, List<String>> bad =
        Map.of(
            PAY_AT,
            List.of("您可以通过任何个人账户还款。请不要向{pay_at}转账。"),
            ILLNESS,
            List.of("还款最要紧，请先照顾好自己的事。身体和家人我们可以安心商量。"),
            REFUSAL,
            List.of("您明白我现在不想处理这件事。"),
            "请问还有什么可以帮您的吗？",
            List.of("请问您还有什么可以帮我的吗？", "请问还有什么您可以帮的吗？"),
            "Anything else that I can do for you?",
            List.of(
                "Anything else that you can do for me?", "Anything else you can do that for I?"),
            NOT_NOW,
            List.of("You understand that I don't want to deal with this now."));
    bad.forEach((approved, words) ->
        words.forEach(each -> assertThat(other(approved, each)).as(each).isEmpty()));
  }

  /** What is on no list of bad words, and is none of the harmless ones. */
  @Test
  void newWordsAreHarmlessOnesOrNone() {
    Map<String, List<String>> bad =
        Map.of(
            EASIER,
            List.of("咱们看看怎么安排能让您难受一点。", "咱们看看怎么安排能让您困难一点。", "咱们先给您停卡，看看怎么安排。"),
            PART,
            List.of("您看先在{date}前多还{amount}，可以吗？", "您看先在{date}前还{amount}廿，可以吗？"),
            DUE,
            List.of("这笔款的应还日截至{due_date}日，目前已逾期{days}天。"),
            ILLNESS,
            List.of("身体最要紧，请先安心照顾好自己和家人。还款的事我们沒可以商量。", "身體最要紧，请先安心照顾好自己和家人。还款的事我们可以商量。"),
            RECORD,
            List.of(
                "Shall I put down an extra {amount} by {date}?",
                "Shall I put down {amount} to him by {date}?",
                "Shall I go put down {amount} by {date}?"));
    bad.forEach((approved, words) ->
        words.forEach(each -> assertThat(other(approved, each)).as(each).isEmpty()));
  }

  @Test
  void noLetterOfThePlacesComesIntoChinese() {
    assertThat(other(PART, "您看先在{date}前还{amount}，a可以吗？")).isEmpty();
    assertThat(other(PART, "您看date先在{date}前还{amount}，可以吗？")).isEmpty();
  }

  private Phraser phraser(List<Ask> asked, String answer) {
    return new Phraser(
        new ChatModel() {
          @Override
          public synchronized Reply ask(Ask ask) {
            asked.add(ask);
            return new Reply.Said(answer, 10, 5, Duration.ofMillis(3));
          }

          @Override
          public String name() {
            return "m-1";
          }
        },
        PROMPTS,
        tally);
  }

  @Test
  void nobodyIsAskedTwiceAndNoPersonIsAskedAbout() {
    List<Ask> asked = new ArrayList<>();
    Phraser phraser = phraser(asked, "“您看，可以先在{date}前还{amount}吗？”");
    List<Rewordable> phrases = List.of(new Rewordable("offer_partial", PART, Lang.ZH, Tone.SOFT));
    assertThat(phraser.words(phrases, false)).isEmpty();
    assertThat(phraser.words(phrases, true))
        .singleElement()
        .satisfies(words -> {
          assertThat(words.text()).isEqualTo("您看，可以先在{date}前还{amount}吗？");
          assertThat(words.source()).isEqualTo("chat model m-1, phrasing.zh.1");
        });
    assertThat(phraser.words(phrases, false)).hasSize(1);
    assertThat(tally.remembered()).as("what was just asked for").isZero();
    assertThat(phraser.words(phrases, true)).hasSize(1);
    assertThat(tally.remembered()).isEqualTo(1);
    assertThat(asked)
        .singleElement()
        .satisfies(ask ->
            assertThat(ask.user()).isEqualTo("{\"tone\":\"soft\",\"text\":\"" + PART + "\"}"));
  }

  @Test
  void badWordsAreRefusedOnceAndNotAskedForAgain() {
    List<Ask> asked = new ArrayList<>();
    Phraser phraser = phraser(asked, "不还就起诉您。");
    List<Rewordable> phrases = List.of(new Rewordable("offer_partial", PART, Lang.ZH, Tone.PLAIN));
    assertThat(phraser.words(phrases, true)).isEmpty();
    assertThat(phraser.words(phrases, true)).isEmpty();
    assertThat(asked).hasSize(1);
    assertThat(tally.refused(Ask.Use.PHRASING)).isEqualTo(1);
  }
}
