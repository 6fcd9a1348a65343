package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.app.phone.Incoming;
import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Lang;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.store.cases.Cases;
import io.heyue.voice.hear.Expecting;
import io.heyue.voice.progress.Answerer;
import io.heyue.voice.progress.Disposition;
import io.heyue.voice.progress.MayHear;
import io.heyue.voice.progress.Opinion;
import io.heyue.voice.talk.CallOrder;
import io.heyue.voice.talk.Calls.Dialled;
import io.heyue.voice.talk.Saying;
import io.heyue.voice.talk.Spoken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Campaigns by telephone, from the reserved contact to what became of the call. */
class CallsTest extends CallHouse {
  @Test
  void aPromiseIsMadeByTelephoneAndConfirmedInWriting() {
    ScriptedCalls.Line line = up();
    assertThat(line.order.to()).isEqualTo(Lender.phone(0));
    Saying opening = line.said.getFirst();
    assertThat(opening.hearers()).isEqualTo(MayHear.GREETING);
    assertThat(opening.answer().kind()).isEqualTo(Expecting.YES_NO);
    assertThat(opening.keys()).isEqualTo(1);
    assertThat(opening.sentences().getFirst().mandatory()).isTrue();
    assertThat(opening.sentences().stream().filter(each -> !each.mandatory()))
        .singleElement()
        .matches(each -> each.words().endsWith("？"));
    assertThat(ScriptedCalls.Line.words(opening)).doesNotContain("3,280");

    line.says("是我");
    assertThat(line.asked).containsExactly("answered");
    Saying proof = line.said.get(1);
    assertThat(proof.hearers()).isEqualTo(MayHear.GREETING);
    assertThat(proof.answer().kind()).isEqualTo(Expecting.NUMBER);
    assertThat(proof.keys()).isEqualTo(4);
    assertThat(proof.sentences()).noneMatch(Saying.Sentence::mandatory);

    line.listener.keyed("0000");
    assertThat(line.asked).containsExactly("answered", "answered by key");
    assertThat(line.words()).contains("3,280.50");
    assertThat(line.said.getLast().answer().kind()).isEqualTo(Expecting.DATE);
    line.says("12月1日全部还清");
    assertThat(line.said.getLast().answer().kind()).isEqualTo(Expecting.YES_NO);
    assertThat(line.said.getLast().answer().phrases()).contains("12月1号", "3280.5元");
    line.says("可以");
    assertThat(lender.matter().openPromises()).hasSize(1);
    line.says("没有了");
    assertThat(line.asked.getLast()).isEqualTo("leave");
    line.ends(Disposition.ANSWERED_PERSON);

    assertThat(text("select string_agg(state, ',') as t from letter")).isEqualTo("delivered");
    assertThat(text("select state as t from contact_permit")).isEqualTo("reached");
    assertThat(text("select disposition as t from conversation")).isEqualTo("promise");
    tick();
    assertThat(street.letters()).hasSize(1);
    assertThat(street.last().channel()).isEqualTo(Channel.SMS);
    assertThat(street.last().words()).contains("https://pay.example/").doesNotContain("3,280");
    assertThat(phone.dialled()).hasSize(1);
    provenWhole();
  }

  @Test
  void aWrongPersonIsToldNothingAndNotCalledAgain() {
    ScriptedCalls.Line line = up();
    line.says("你打错了，没有这个人");
    assertThat(line.asked).containsExactly("answered", "leave");
    line.ends(Disposition.ANSWERED_PERSON);
    assertThat(line.words()).doesNotContain("3,280").doesNotContain("逾期");
    assertThat(text("select state as t from contact_permit")).isEqualTo("missed");
    lender.later(Duration.ofDays(3));
    tick();
    assertThat(phone.dialled()).hasSize(1);
    provenWhole();
  }

  @Test
  void aMachineHearsNothingButTheOpening() {
    ScriptedCalls.Line line = up();
    line.listener.judged(
        new Opinion(Answerer.MACHINE, Opinion.Ground.BEEP, 0.9), MayHear.CALL_BACK);
    assertThat(line.asked).containsExactly("hang up");
    line.says("请在滴声后留言");
    line.listener.quiet(Duration.ofSeconds(9));
    line.ends(Disposition.ANSWERED_MACHINE);
    assertThat(line.said).hasSize(1);
    assertThat(line.said.getFirst().hearers()).isEqualTo(MayHear.GREETING);
    assertThat(text("select disposition as t from conversation")).isEqualTo("machine");
    assertThat(text("select state as t from contact_permit")).isEqualTo("missed");
    assertThat(text("select reason as t from letter")).isEqualTo("answered_machine");
    assertThat(due()).isEqualTo(tomorrow());
    provenWhole();
  }

  /** Midnight in Shanghai. */
  private static Instant tomorrow() {
    return Instant.parse("2026-11-23T16:00:00Z");
  }

  @Test
  void whoDoesNotAnswerIsCalledAgainLaterAndNotTooOften() {
    campaign(1);
    tick();
    phone.last().listener.ringing();
    lender.later(Duration.ofMinutes(1));
    phone.last().ends(Disposition.NO_ANSWER);
    assertThat(text("select state as t from contact_permit")).isEqualTo("missed");
    assertThat(lender.events(CaseEvent.ContactFailed.class))
        .extracting(CaseEvent.ContactFailed::reason)
        .containsExactly("no_answer");
    assertThat(due()).isEqualTo(lender.now().plus(Duration.ofHours(2)));
    tick();
    assertThat(phone.dialled()).hasSize(1);
    lender.later(Duration.ofHours(2));
    tick();
    assertThat(phone.dialled()).hasSize(2);
    phone.last().ends(Disposition.NO_ANSWER);
    assertThat(due()).isEqualTo(tomorrow());
    lender.later(Duration.ofHours(3));
    tick();
    assertThat(phone.dialled()).hasSize(2);
    provenWhole();
  }

  @Test
  void whoIsEngagedAtOnceIsNotedThoughTheAnswerWasSlower() {
    phone.answers(line -> {
      line.ends(Disposition.BUSY);
      return new Dialled.Begun(line);
    });
    campaign(1);
    tick();
    assertThat(text("select state || ' ' || reason as t from letter")).isEqualTo("failed busy");
    assertThat(text("select state as t from contact_permit")).isEqualTo("missed");
    assertThat(text("select count(*)::text as t from early_receipt")).isEqualTo("0");
    assertThat(due()).isEqualTo(lender.now().plus(Duration.ofMinutes(30)));
  }

  @Test
  void aNumberThatNobodyHasIsNeverCalledAgain() {
    campaign(1);
    tick();
    phone.last().ends(Disposition.INVALID_NUMBER);
    assertThat(text("select (denied_at is not null)::text as t from contact_point"))
        .isEqualTo("true");
    for (int day = 0; day < 10; day++) {
      lender.later(Duration.ofDays(1));
      tick();
    }
    assertThat(phone.dialled()).hasSize(1);
    assertThat(street.letters()).isEmpty();
  }

  @Test
  void aNumberThatTakesNoCallsIsWrittenTo() {
    campaign(1);
    tick();
    phone.last().ends(Disposition.BARRED);
    lender.later(Duration.ofDays(2));
    tick();
    assertThat(phone.dialled()).hasSize(1);
    assertThat(street.letters()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoDiedBeforeOrAfterDiallingDialsNoSecondTime(boolean dialled) {
    phone.answers(line -> {
      if (!dialled) {
        phone.dialled().remove(line);
      }
      throw new Killed();
    });
    campaign(1);
    assertThatThrownBy(this::tick).isInstanceOf(Killed.class);
    assertThat(phone.dialled()).hasSize(dialled ? 1 : 0);
    assertThat(text("select state as t from letter")).isEqualTo("sending");
    phone.answers(Dialled.Begun::new);
    tick();
    lender.later(Duration.ofMinutes(6));
    tick();
    assertThat(phone.dialled()).hasSize(dialled ? 1 : 0);
    assertThat(text("select state as t from letter")).isEqualTo("unknown");
    assertThat(text("select state as t from contact_permit")).isEqualTo("used");
    provenWhole();
  }

  /** The process is gone. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  @Test
  void whatMayHaveBeenDialledIsNotDialledAgain() {
    phone.answers(_ -> {
      throw new IllegalStateException("the line broke");
    });
    campaign(1);
    tick();
    lender.later(Duration.ofMinutes(10));
    tick();
    assertThat(phone.dialled()).hasSize(1);
    assertThat(text("select state as t from letter")).isEqualTo("unknown");
    assertThat(text("select state as t from contact_permit")).isEqualTo("used");
  }

  @Test
  void whatWasNotDialledIsTriedAgainWhileItsPermitLasts() {
    phone.answers(_ -> new Dialled.NotNow("all trunks are full"));
    campaign(1);
    tick();
    phone.answers(_ -> new Dialled.Never("no trunk calls this country"));
    lender.later(Duration.ofSeconds(10));
    tick();
    lender.later(Duration.ofSeconds(10));
    tick();
    assertThat(phone.dialled()).hasSize(2);
    assertThat(text("select state as t from letter")).isEqualTo("failed");
  }

  /** Though PostgreSQL chooses to look for each row anew what is due. */
  @Test
  void whatFailsEndsTheCallWithoutAWord() {
    ScriptedCalls.Line line = verified();
    int before = line.said.size();
    lender
        .database
        .transactor()
        .run(sql -> {
          var _ = sql.update("set local session_replication_role = replica");
          var _ = sql.update("delete from conversation");
        });
    line.says("总共欠多少");
    assertThat(line.said).hasSize(before);
    assertThat(line.asked.getLast()).isEqualTo("hang up");
    line.says("喂");
    assertThat(line.said).hasSize(before);
    line.ends(Disposition.ANSWERED_PERSON);
    assertThat(text("select state as t from letter")).isEqualTo("delivered");
  }

  @Test
  void whatWasCutShortIsKeptWithTheMessage() {
    ScriptedCalls.Line line = verified();
    Saying account = line.said.getLast();
    line.listener.spoken(new Spoken(account.id(), 12, false));
    line.listener.spoken(new Spoken(line.said.getFirst().id(), 40, true));
    assertThat(
            text(
                "select string_agg(seq || ':' || heard, ',') as t from message where heard is not null"))
        .isEqualTo(account.id() + ":12");
  }

  @Test
  void whoHangsUpHasLeft() {
    ScriptedCalls.Line line = verified();
    line.ends(Disposition.ANSWERED_PERSON);
    assertThat(text("select disposition as t from conversation")).isEqualTo("no_agreement");
    assertThat(text("select state as t from contact_permit")).isEqualTo("reached");
    provenWhole();
  }

  @Test
  void silenceAndWhatIsNotUnderstoodAreAnswered() {
    ScriptedCalls.Line line = up();
    line.listener.quiet(Duration.ofSeconds(7));
    assertThat(ScriptedCalls.Line.words(line.said.get(1))).contains("还在吗");
    line.says("");
    assertThat(line.said).hasSize(3);
    // What a recogniser that only hears what it expects hears shows nobody that a person is there.
    line.says("是我", true);
    assertThat(line.said).hasSize(4);
    assertThat(line.asked).isEmpty();
  }

  /** They are about to answer, and would be asked over their own words. */
  @Test
  void aHelloOfWhichNothingWasUnderstoodBeforeOurQuestionIsNoAnswer() {
    ScriptedCalls.Line line = up();
    int opening = line.said.size();
    line.says("", true, Duration.ofSeconds(9));
    assertThat(line.said).hasSize(opening);
    line.says("", true, Duration.ofSeconds(9));
    assertThat(line.said).as("the first alone").hasSize(opening + 1);
  }

  @Test
  void whoCallsBackIsKnownByTheirNumberAndAskedWhoTheyAre() {
    campaign(1);
    tick();
    phone.last().ends(Disposition.NO_ANSWER);
    String permits = text("select count(*)::text as t from contact_permit");
    assertThat(dialler.incoming(Lender.phone(7))).isEmpty();
    Incoming back = dialler.incoming(Lender.phone(0)).orElseThrow();
    ScriptedCalls.Line line =
        new ScriptedCalls.Line(new CallOrder(Lender.phone(0), Optional.empty(), Lang.ZH), back);
    back.begun(line);
    back.up();
    assertThat(line.said).singleElement().extracting(Saying::hearers).isEqualTo(MayHear.GREETING);
    assertThat(line.words()).contains("人工智能", "录音").doesNotContain("3,280");
    assertThat(line.said.getFirst().sentences().getFirst().mandatory()).isTrue();
    line.says("是我");
    back.keyed("0000");
    assertThat(line.words()).contains("3,280.50");
    assertThat(text("select state as t from contact_permit")).isEqualTo("reached");
    line.ends(Disposition.ANSWERED_PERSON);
    assertThat(text("select count(*)::text as t from contact_permit")).isEqualTo(permits);
    provenWhole();
  }

  @Test
  void whoSaidThatItIsNotTheirNumberIsNotAskedForThatPersonWhenTheyCallBack() {
    campaign(2);
    tick();
    ScriptedCalls.Line line =
        phone.dialled().stream()
            .filter(each -> each.order.to().equals(Lender.phone(0)))
            .findFirst()
            .orElseThrow();
    line.listener.up();
    line.says("你打错了，没有这个人");
    line.ends(Disposition.ANSWERED_PERSON);
    lender.later(Duration.ofMinutes(1));
    assertThat(dialler.incoming(Lender.phone(0))).isEmpty();
    // It is another person's, too.
    lender.contact(1, "mobile", Lender.phone(0).reveal(), "contract");
    assertThat(dialler.incoming(Lender.phone(0))).isPresent();
    assertThat(
            text(
                """
                select a.number as t
                from conversation c join account a on a.person_id = c.person_id
                order by c.created_at desc, c.id desc limit 1
                """))
        .isEqualTo("LN000001");
    // What is written from there is still obeyed, for both.
    lender.engine.desk().smsReceived(Lender.phone(0), "退订", "m-1");
    List<Case> both =
        lender.database.transactor().get(sql -> new Cases().page(sql, Optional.empty(), 5));
    assertThat(both).hasSize(2).allMatch(matter -> matter.holds().containsKey(HoldKind.STOP));
  }

  @Test
  void aPaymentThatComesMeanwhileIsTold() {
    ScriptedCalls.Line line = verified();
    lender.paid(0, "3280.50", "R-1");
    var _ = lender.engine.reconciliation().run(lender.now());
    assertThat(ScriptedCalls.Line.words(line.said.getLast())).contains("收到您的还款");
    assertThat(line.asked.getLast()).isEqualTo("leave");
  }
}
