package io.heyue.core.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.heyue.core.action.Action;
import io.heyue.core.audit.Canonical;
import io.heyue.core.base.Channel;
import io.heyue.core.base.Rng;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.compliance.Guard;
import io.heyue.core.decision.Choice;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Move;
import io.heyue.core.dialogue.Route;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.law.RuleForm;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.core.reply.PhraseBook;
import io.heyue.core.reply.Writer;
import io.heyue.core.samples.Said;
import io.heyue.core.samples.SampleFlow;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.SampleWords;
import io.heyue.core.samples.Samples;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Understanding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TurnLoopTest {
  private static final LocalDate FRIDAY = Samples.TODAY.plusDays(4);
  private static final DialogueState VERIFIED = SampleFlow.state(true);

  private static TurnLoop loop(PhraseBook words, Guard guard) {
    Kit kit =
        new Kit(
            Map.of("sample", SampleFlow.flow()),
            new Writer(words),
            (_, permitted, rng) ->
                new Choice(
                    permitted.get(rng.nextInt(permitted.size())),
                    1.0 / permitted.size(),
                    "by chance",
                    List.of("drawn")),
            _ -> Route.GO_ON,
            "sample tables 1");
    return new TurnLoop(kit, guard);
  }

  private static TurnLoop loop() {
    return loop(SampleWords.book(), new Guard(SampleLaw.book()));
  }

  private static Turn advance(
      TurnLoop loop,
      Dossier dossier,
      DialogueState state,
      ChannelEvent event,
      Understanding heard) {
    return loop.advance(dossier, state, event, heard, Samples.NOW, Samples.rng());
  }

  private static Turn hear(TurnLoop loop, DialogueState state, Said said) {
    Understanding heard = said.understood();
    return advance(
        loop, Samples.dossier(), state, new ChannelEvent.TextReceived(heard.text()), heard);
  }

  private static Turn hear(DialogueState state, Said said) {
    return hear(loop(), state, said);
  }

  private static Said friday() {
    return Said.that("周五还").means(Intent.PROMISE_WITH_DATE).day("周五", FRIDAY);
  }

  private static List<Action.SendText> sent(Turn turn) {
    return turn.actions().stream()
        .filter(Action.SendText.class::isInstance)
        .map(Action.SendText.class::cast)
        .toList();
  }

  private static List<Class<?>> kinds(List<?> things) {
    List<Class<?>> kinds = new ArrayList<>();
    things.forEach(thing -> kinds.add(thing.getClass()));
    return kinds;
  }

  @Test
  void aWholeConversationEndsInAPromise() {
    TurnLoop loop = loop();
    DialogueState state = Samples.begin(SampleFlow.flow());
    List<CaseEvent> events = new ArrayList<>();
    Turn opened =
        advance(loop, Samples.dossier(), state, new ChannelEvent.Answered(), Said.nothing());
    assertThat(opened.record().said()).contains("由人工智能生成").doesNotContain("消费贷");
    state = opened.state();
    for (Said said :
        List.of(
            Said.that("是我").means(Intent.CONFIRM_IDENTITY),
            Said.that("三幺零五"),
            friday(),
            Said.that("对").means(Intent.AFFIRM),
            Said.that("没了").means(Intent.DENY))) {
      Turn turn = hear(loop, state, said);
      assertThat(sent(turn)).hasSize(1);
      assertThat(sent(turn).getFirst().reply().words()).isEqualTo(turn.record().said());
      assertThat(sent(turn).getFirst().permit().rules()).isNotEmpty();
      assertThat(turn.record().result()).isEqualTo("permitted");
      events.addAll(turn.events());
      state = turn.state();
    }
    assertThat(state.ended()).contains(Disposition.PROMISE);
    assertThat(kinds(events))
        .containsExactly(
            CaseEvent.RightPartyVerified.class,
            CaseEvent.ContactMade.class,
            CaseEvent.PromiseMade.class,
            CaseEvent.ConversationEnded.class);
    CaseEvent.PromiseMade promise = (CaseEvent.PromiseMade) events.get(2);
    assertThat(promise.amount()).isEqualTo(Samples.OVERDUE);
    assertThat(promise.due()).isEqualTo(FRIDAY);
    assertThat(Samples.matter().after(events).openPromises()).hasSize(1);
  }

  @Test
  void theSameInputGivesTheSameBytes() {
    Said cannot = Said.that("没钱").means(Intent.CANNOT_PAY);
    for (int seed = 0; seed < 30; seed++) {
      Understanding heard = cannot.understood();
      ChannelEvent event = new ChannelEvent.TextReceived(heard.text());
      TurnRecord one =
          loop()
              .advance(Samples.dossier(), VERIFIED, event, heard, Samples.NOW, Rng.seeded(seed))
              .record();
      TurnRecord other =
          loop()
              .advance(
                  Samples.dossier(), VERIFIED, event, heard, Samples.NOW, Rng.seeded(one.seed()))
              .record();
      assertThat(Canonical.bytes(other)).isEqualTo(Canonical.bytes(one));
      assertThat(one.permitted()).hasSize(3).contains(one.choice().move());
    }
  }

  @Test
  void theRecordNamesEveryVersion() {
    TurnRecord record = hear(VERIFIED, friday()).record();
    assertThat(record.versions())
        .isEqualTo(
            new TurnRecord.Versions(
                "sample law 1",
                "none",
                "sample flow 1",
                "sample words 1",
                "sample tables 1",
                friday().understood().provenance()));
    assertThat(record.turn()).isEqualTo(3);
    assertThat(record.rows()).containsExactly("pay");
    assertThat(record.matterVersion()).isEqualTo(1);
  }

  @Test
  void anEndedConversationCannotGoOn() {
    DialogueState ended = hear(VERIFIED, Said.that("找人工").means(Intent.REQUEST_HUMAN)).state();
    assertThat(ended.over()).isTrue();
    assertThatIllegalStateException()
        .isThrownBy(() -> hear(ended, friday()))
        .withMessageContaining("HANDOVER");
  }

  @Test
  void refusedWordsBringAPerson() {
    Turn turn = hear(VERIFIED, Said.that("滚").means(Intent.ABUSIVE));
    assertThat(turn.record().result()).isEqualTo("forbidden");
    assertThat(turn.record().rules()).extracting(rule -> rule.id()).contains("CN-THREAT");
    assertThat(turn.record().choice().move())
        .isEqualTo(new Move.HandOver(HandoverReason.GUARD_REFUSED));
    assertThat(sent(turn)).hasSize(1);
    assertThat(turn.record().said()).doesNotContain("后果自负").contains("同事");
    assertThat(turn.actions()).contains(new Action.Transfer("guard_refused"));
    assertThat(turn.state().ended()).contains(Disposition.HANDOVER);
  }

  @Test
  void wordsThatAreForbiddenTwiceAreNotSaid() {
    TurnLoop loop =
        loop(SampleWords.bookWith("hand_over_guard_refused", "否则坐牢。"), new Guard(SampleLaw.book()));
    Turn turn = hear(loop, VERIFIED, Said.that("滚").means(Intent.ABUSIVE));
    assertThat(sent(turn)).isEmpty();
    assertThat(turn.record().said()).isEmpty();
    assertThat(turn.record().result()).isEqualTo("forbidden");
    assertThat(turn.actions())
        .containsExactly(new Action.Transfer("guard_refused"), new Action.HangUp());
  }

  /** A promise whose confirmation may not be said has not been made. */
  @Test
  void whatIsNotSaidIsNotAgreed() {
    DialogueState readBack = hear(VERIFIED, friday()).state();
    TurnLoop loop =
        loop(SampleWords.bookWith("confirm_full", "不还{amount}就坐牢。"), new Guard(SampleLaw.book()));
    Turn turn = hear(loop, readBack, Said.that("对").means(Intent.AFFIRM));
    assertThat(turn.state().agreed()).isEmpty();
    assertThat(kinds(turn.events()))
        .containsExactly(CaseEvent.HandedOver.class, CaseEvent.ConversationEnded.class);
  }

  @Test
  void anAmendedReplyIsSentWithoutItsFault() {
    TurnLoop loop =
        loop(
            SampleWords.bookWith("ask_anything_else", "否则坐牢。还有什么可以帮您？"),
            new Guard(SampleLaw.book()));
    DialogueState readBack = hear(loop, VERIFIED, friday()).state();
    Turn turn = hear(loop, readBack, Said.that("对").means(Intent.AFFIRM));
    assertThat(turn.record().result()).isEqualTo("amended");
    assertThat(turn.record().said()).isEqualTo("已为您登记：11月27日前还3,280.50元。还有什么可以帮您？");
    assertThat(turn.state().agreed()).containsExactly(new Terms.Full(Samples.OVERDUE, FRIDAY));
    assertThat(turn.actions()).contains(new Action.ConfirmInWriting("written_confirmation"));
  }

  /** Nothing is said, agreed or counted where even an answer is not permitted. */
  @Test
  void withoutAPermitNothingIsSaidOrAgreed() {
    DialogueState readBack = hear(VERIFIED, friday()).state();
    Dossier withdrawn = Samples.dossier(new CaseEvent.ConsentWithdrawn(Samples.NOW, Channel.CHAT));
    Said yes = Said.that("对").means(Intent.AFFIRM);
    Turn turn =
        advance(loop(), withdrawn, readBack, new ChannelEvent.TextReceived("对"), yes.understood());
    assertThat(sent(turn)).isEmpty();
    assertThat(turn.record().said()).isEmpty();
    assertThat(turn.record().result()).isEqualTo("not_permitted");
    assertThat(turn.record().permit()).extracting(rule -> rule.id()).containsExactly("CN-CONSENT");
    assertThat(turn.state().agreed()).isEmpty();
    assertThat(turn.state().handover()).contains(HandoverReason.GUARD_REFUSED);
    assertThat(kinds(turn.events())).doesNotContain(CaseEvent.PromiseMade.class);
  }

  @Test
  void nobodyIsWrittenToWhoHasLeft() {
    for (ChannelEvent event :
        List.of(new ChannelEvent.HungUp(), new ChannelEvent.DeliveryFailed("no route"))) {
      Turn turn = advance(loop(), Samples.dossier(), VERIFIED, event, Said.nothing());
      assertThat(sent(turn)).isEmpty();
      assertThat(turn.record().result()).isEqualTo("silent");
      assertThat(turn.state().over()).isTrue();
      assertThat(turn.actions()).containsExactly(new Action.HangUp());
    }
  }

  @Test
  void whoSpeaksIsNotInterrupted() {
    Turn turn =
        advance(
            loop(), Samples.dossier(), VERIFIED, new ChannelEvent.SpeechStarted(), Said.nothing());
    assertThat(sent(turn)).isEmpty();
    assertThat(turn.state().over()).isFalse();
    assertThat(kinds(turn.actions())).containsExactly(Action.Listen.class);
  }

  @Test
  void whatTheMandateDoesNotCoverGoesToAPerson() {
    Dossier disputed = Samples.dossier(new CaseEvent.DisputeRaised(Samples.NOW));
    Turn turn =
        advance(
            loop(),
            disputed,
            VERIFIED,
            new ChannelEvent.TextReceived("周五还"),
            friday().understood());
    assertThat(turn.record().permitted()).isEmpty();
    assertThat(turn.state().handover()).contains(HandoverReason.OUTSIDE_AUTHORITY);
    assertThat(turn.events())
        .contains(
            new CaseEvent.HandedOver(
                Samples.NOW, VERIFIED.conversation(), HandoverReason.OUTSIDE_AUTHORITY));
  }

  /**
   * Seeded talk of all kinds: every sent text has its permit, and no forbidden word or debt leaks.
   */
  @Test
  void whateverIsSaidNothingUnlawfulIsAnswered() {
    TurnLoop loop = loop();
    Pattern debt =
        SampleLaw.book().rules().stream()
            .filter(rule -> rule.form() instanceof RuleForm.RightPartyFirst)
            .map(rule -> ((RuleForm.RightPartyFirst) rule.form()).patterns().getFirst())
            .findFirst()
            .orElseThrow();
    List<Said> lines =
        List.of(
            friday(),
            Said.that("好").means(Intent.AFFIRM),
            Said.that("不").means(Intent.DENY),
            Said.that("没钱").means(Intent.CANNOT_PAY),
            Said.that("多少").means(Intent.ASK_AMOUNT),
            Said.that("会怎样").means(Intent.ASK_CONSEQUENCE),
            Said.that("分期").means(Intent.REQUEST_INSTALMENT),
            Said.that("宽限").means(Intent.REQUEST_EXTENSION),
            Said.that("滚").means(Intent.ABUSIVE),
            Said.that("9999"),
            Said.that(Samples.ANSWER),
            Said.that("呜啦"));
    for (int seed = 0; seed < 300; seed++) {
      Rng rng = Rng.seeded(seed);
      DialogueState state = Samples.begin(SampleFlow.flow());
      Turn turn =
          advance(loop, Samples.dossier(), state, new ChannelEvent.Answered(), Said.nothing());
      while (!turn.state().over()) {
        Understanding heard = lines.get(rng.nextInt(lines.size())).understood();
        turn =
            loop.advance(
                Samples.dossier(),
                turn.state(),
                new ChannelEvent.TextReceived(heard.text()),
                heard,
                Samples.NOW,
                Rng.seeded(rng.nextLong()));
        for (Action.SendText text : sent(turn)) {
          assertThat(text.permit().person()).isEqualTo(Samples.borrower().id());
          assertThat(text.reply().words()).isEqualTo(turn.record().said()).doesNotContain("后果自负");
          if (!turn.state().verified()) {
            assertThat(debt.matcher(text.reply().words()).find()).isFalse();
          }
        }
        assertThat(turn.state().turn()).isLessThanOrEqualTo(41);
      }
      assertThat(turn.events()).hasAtLeastOneElementOfType(CaseEvent.ConversationEnded.class);
      assertThat(turn.state().agreed()).hasSizeLessThanOrEqualTo(1);
    }
  }
}
