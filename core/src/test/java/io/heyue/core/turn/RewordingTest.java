package io.heyue.core.turn;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.audit.Canonical;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.compliance.Guard;
import io.heyue.core.decision.Choice;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Flow;
import io.heyue.core.dialogue.Route;
import io.heyue.core.reply.Caution;
import io.heyue.core.reply.Rewordable;
import io.heyue.core.reply.Rewording;
import io.heyue.core.reply.Writer;
import io.heyue.core.samples.Said;
import io.heyue.core.samples.SampleFlow;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.SampleWords;
import io.heyue.core.samples.Samples;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Understanding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Turns that are taken with other words than the approved ones. */
class RewordingTest {
  private static final Caution CAUTION =
      new Caution(List.of(Pattern.compile("不|没")), List.of(), List.of(), 0.3);

  /** One that holds back nothing of what these tests say. */
  private static final Caution NONE =
      new Caution(List.of(), List.of(), List.of("看", "比较", "后果自负", "三天内"), 0);

  private static final Set<String> ALL =
      Set.of("ask_when", "ask_identity", "ack_hardship", "read_back_full", "hand_over_distress");

  private static TurnLoop loop(Set<String> phrases) {
    Flow flow = SampleFlow.flow();
    Flow open =
        new Flow(
            flow.id(),
            flow.version(),
            flow.first(),
            flow.steps(),
            flow.rows(),
            new Flow.Aid(0.6, 0.5, phrases));
    Kit kit =
        new Kit(
            Map.of("sample", open),
            new Writer(SampleWords.book()),
            (_, permitted, _) ->
                new Choice(permitted.getFirst(), 1.0, "first", List.of("the first")),
            _ -> Route.GO_ON,
            "sample tables 1");
    return new TurnLoop(kit, new Guard(SampleLaw.book()));
  }

  private static Turn hear(
      TurnLoop loop, DialogueState state, Understanding heard, List<Rewording> others) {
    return loop.advance(
        Samples.dossier(),
        state,
        new ChannelEvent.TextReceived(heard.text()),
        heard,
        others,
        Samples.NOW,
        Samples.rng());
  }

  private static Understanding willPay() {
    return Said.that("我会还").means(Intent.AGREE_TO_PAY).understood();
  }

  private static Rewordable asksWhen(TurnLoop loop) {
    Turn plain = hear(loop, SampleFlow.state(true), willPay(), List.of());
    assertThat(plain.record().said()).isEqualTo("请问您方便在哪一天还呢？");
    assertThat(plain.rewordable()).hasSize(1);
    return plain.rewordable().getFirst();
  }

  private static Rewording other(Rewordable approved, String words) {
    return Rewording.of(approved, words, "test model, 1", NONE).orElseThrow();
  }

  @Test
  void otherWordsAreSaidAndRecorded() {
    TurnLoop loop = loop(ALL);
    Rewordable approved = asksWhen(loop);
    Turn plain = hear(loop, SampleFlow.state(true), willPay(), List.of());
    Turn turn =
        hear(loop, SampleFlow.state(true), willPay(), List.of(other(approved, "您看哪一天还比较方便呢？")));
    assertThat(turn.record().said()).isEqualTo("您看哪一天还比较方便呢？");
    assertThat(turn.record().result()).isEqualTo("permitted");
    assertThat(turn.record().reworded())
        .contains(List.of(new TurnRecord.Reworded("ask_when", "您看哪一天还比较方便呢？", "test model, 1")));
    assertThat(Canonical.text(turn.record())).contains("test model, 1");
    assertThat(turn.state()).isEqualTo(plain.state());
    assertThat(turn.events()).isEqualTo(plain.events());
    assertThat(turn.record().choice()).isEqualTo(plain.record().choice());
    assertThat(plain.record().reworded()).isEmpty();
    assertThat(Canonical.text(plain.record())).doesNotContain("reworded");
  }

  @Test
  void whereTheGuardDoesNotPermitThemTheApprovedWordsAreSaid() {
    TurnLoop loop = loop(ALL);
    Rewordable approved = asksWhen(loop);
    Turn plain = hear(loop, SampleFlow.state(true), willPay(), List.of());
    for (String bad : List.of("请问您方便在哪一天还呢，后果自负？", "请问您方便在三天内哪一天还呢？")) {
      Turn turn = hear(loop, SampleFlow.state(true), willPay(), List.of(other(approved, bad)));
      assertThat(turn).as(bad).isEqualTo(plain);
    }
  }

  @Test
  void phrasesThatTheFlowDoesNotNameStayAsTheyAre() {
    Rewording other = other(asksWhen(loop(ALL)), "您看哪一天还比较方便呢？");
    TurnLoop closed = loop(Set.of("ack_hardship"));
    Turn turn = hear(closed, SampleFlow.state(true), willPay(), List.of(other));
    assertThat(turn.record().said()).isEqualTo("请问您方便在哪一天还呢？");
    assertThat(turn.rewordable()).isEmpty();
  }

  @Test
  void nothingIsRewordedBeforeThePersonIsVerifiedNorInAReadBackOrAHandOver() {
    TurnLoop loop = loop(ALL);
    Turn unverified =
        hear(
            loop,
            SampleFlow.state(false),
            Said.that("是我").means(Intent.CONFIRM_IDENTITY).understood(),
            List.of());
    assertThat(unverified.record().said()).isNotEmpty();
    assertThat(unverified.rewordable()).isEmpty();
    Turn readBack =
        hear(
            loop,
            SampleFlow.state(true),
            Said.that("周五还")
                .means(Intent.PROMISE_WITH_DATE)
                .day("周五", Samples.TODAY.plusDays(4))
                .understood(),
            List.of());
    assertThat(readBack.record().said()).contains("对吗");
    assertThat(readBack.rewordable()).isEmpty();
    Turn handOver =
        hear(
            loop,
            SampleFlow.state(true),
            Said.that("不想活").means(Intent.DISTRESS).understood(),
            List.of());
    assertThat(handOver.handover()).isPresent();
    assertThat(handOver.rewordable()).isEmpty();
  }

  @Test
  void wordsThatAreNotThePhraseAreNoOtherWordsForIt() {
    Rewordable approved = asksWhen(loop(ALL));
    for (String bad :
        List.of(
            "请问您方便在哪一天还呢？",
            "请问您方便在{date}还呢？",
            "请问您方便在哪一天还呢",
            "请问您哪一天还不方便呢？",
            "请问您方便在3日还呢？",
            "请问您方便在哪一天还呢？还有一句。",
            "请问您方便在哪一天 OK 还呢？",
            "请问您[right:person|方便]在哪一天还呢？",
            "请问您方便在{哪一天还呢？",
            "\u200b请问您方便哪一天还呢？",
            "请问您方便在哪一天還呢？",
            "请问您方便在哪一天多还呢？",
            "",
            "请问您方便在哪一天还呢".repeat(4) + "？")) {
      assertThat(Rewording.of(approved, bad, "test", CAUTION)).as(bad).isEmpty();
    }
    assertThat(Rewording.of(approved, "请问您哪一天方便还呢？", "test", CAUTION)).isPresent();
  }

  /** What each sentence says is held against the sentence in its place. */
  @Test
  void noWordMovesIntoAnotherSentence() {
    Rewordable told =
        new Rewordable(
            "tell_how_to_pay",
            "您可以去{pay_at}还款。请不要向任何人转账。",
            io.heyue.core.base.Lang.ZH,
            io.heyue.core.base.Tone.PLAIN);
    for (String bad :
        List.of(
            "您可以向任何人还款。请不要去{pay_at}转账。",
            "您不可以去{pay_at}还款。请要向任何人转账。",
            "您可以去{pay_at}还款，请不要向任何人转账。",
            "请不要去{pay_at}还款。您可以向任何人转账。")) {
      assertThat(Rewording.of(told, bad, "test", CAUTION)).as(bad).isEmpty();
    }
    assertThat(Rewording.of(told, "还款您可以去{pay_at}。请不要转账向任何人。", "test", CAUTION)).isPresent();
  }

  @Test
  void placesStayInTheirOrder() {
    Rewordable offer =
        new Rewordable(
            "offer_full",
            "那您看{date}还{amount}可以吗？",
            io.heyue.core.base.Lang.ZH,
            io.heyue.core.base.Tone.PLAIN);
    assertThat(Rewording.of(offer, "您看{date}还{amount}，可以吗？", "test", CAUTION)).isPresent();
    for (String bad :
        List.of(
            "您看{amount}在{date}还，可以吗？",
            "您看{date}还{amount}和{amount}，可以吗？",
            "您看{date}还，可以吗？",
            "您看{date}还{overdue}，可以吗？",
            "您看{date}还{identity_number}{amount}，可以吗？",
            "您看{date}还{amount}date，可以吗？",
            "您看{date}还t{amount}，可以吗？")) {
      assertThat(Rewording.of(offer, bad, "test", CAUTION)).as(bad).isEmpty();
    }
  }
}
