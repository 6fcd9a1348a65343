package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.law.RuleId;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.store.conversations.Conversations;
import io.heyue.store.handovers.HandoverRow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Colleagues write by text message and e-mail, under the law of every other contact. */
class CorrespondenceTest {
  private static final String HELLO = "您好，我们一起看看怎么办。";

  @TempDir private Path folder = Path.of("");
  private final Street mail = new Street(Channel.EMAIL);
  private Lender lender;
  private int incoming;

  @BeforeEach
  void open() {
    lender = new Lender(folder, Server.empty(), 7, new Street(), List.of(mail));
    lender.borrowers(1);
  }

  @AfterEach
  void close() {
    lender.close();
  }

  private HandoverRow only() {
    List<HandoverRow> all =
        lender.engine.colleagues().page(Optional.empty(), Optional.empty(), Optional.empty(), 10);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private void texts(String words) {
    lender.engine.desk().smsReceived(Lender.phone(0), words, "m-" + incoming++);
    deliver();
  }

  private void deliver() {
    var _ = lender.engine.courier().deliver(lender.now(), 100);
  }

  private Colleagues.Answer say(String words) {
    return say(words, Optional.empty());
  }

  private Colleagues.Answer say(String words, Optional<Channel> channel) {
    Colleagues.Answer answer = lender.engine.colleagues().say(only().id(), "li", words, channel);
    deliver();
    return answer;
  }

  private static List<String> rules(Colleagues.Answer answer) {
    assertThat(answer).isInstanceOf(Colleagues.Answer.Refused.class);
    return ((Colleagues.Answer.Refused) answer).rules().stream().map(RuleId::toString).toList();
  }

  /** Talks by text message until a colleague has it. */
  private ConversationId byText() {
    lender.campaign();
    var _ = lender.engine.pulse().tick();
    for (String words : List.of("是我", "0000", "转人工")) {
      texts(words);
    }
    assertThat(lender.engine.colleagues().claim(only().id(), "li"))
        .isInstanceOf(Colleagues.Answer.Done.class);
    deliver();
    return only().conversation();
  }

  /** Talks on the page until a colleague has it. */
  private ConversationId onPage() {
    ConversationId talk = lender.verified();
    var _ = lender.says(talk, "转人工");
    assertThat(lender.engine.colleagues().claim(only().id(), "li"))
        .isInstanceOf(Colleagues.Answer.Done.class);
    return talk;
  }

  private String spoken(ConversationId talk) {
    return lender.engine.desk().messages(talk, 0).getLast().text();
  }

  @Test
  void whoHasJustWrittenIsAnsweredByText() {
    ConversationId talk = byText();
    assertThat(lender.street.last().words()).contains("同事已经接手");
    assertThat(say("您目前逾期3280.50元，咱们商量一下。")).isInstanceOf(Colleagues.Answer.Done.class);
    assertThat(lender.street.last().words()).isEqualTo("您目前逾期3,280.50元，咱们商量一下。");
    assertThat(spoken(talk)).isEqualTo("您目前逾期3,280.50元，咱们商量一下。");
    int letters = lender.street.letters().size();
    texts("好的，先还一千行吗");
    assertThat(spoken(talk)).isEqualTo("好的，先还一千行吗");
    assertThat(lender.street.letters()).hasSize(letters);
    assertThat(lender.entries("contact"))
        .last()
        .asString()
        .contains("\"purpose\":\"REPLY\"", "咱们商量一下", "\"colleague\"");
    assertThat(lender.engine.why().verify().faults()).isEmpty();
  }

  @Test
  void whatMayNotBeSaidIsNotSentAndStandsInTheLedger() {
    ConversationId talk = byText();
    int letters = lender.street.letters().size();
    assertThat(rules(say("再不还钱我们就上门找你家人。"))).isNotEmpty();
    assertThat(rules(say("您一共欠98000元。"))).isNotEmpty();
    assertThat(lender.street.letters()).hasSize(letters);
    assertThat(spoken(talk)).contains("同事已经接手");
    assertThat(lender.entries("human")).last().asString().contains("refused", "98000");
  }

  @Test
  void oneOfTheirsIsNotAnsweredWithoutEnd() {
    var _ = byText();
    int answered = 0;
    while (say(HELLO) instanceof Colleagues.Answer.Done) {
      answered++;
      assertThat(answered).isLessThan(10);
    }
    assertThat(answered).isEqualTo(3);
    texts("在的");
    assertThat(say(HELLO)).isInstanceOf(Colleagues.Answer.Done.class);
  }

  @Test
  void whoWroteHoursAgoIsContactedAndThatCounts() {
    ConversationId talk = byText();
    lender.later(Duration.ofHours(3));
    int letters = lender.street.letters().size();
    // Reached once today already.
    assertThat(rules(say(HELLO))).anyMatch(rule -> rule.startsWith("XX-CFG-02"));
    assertThat(lender.street.letters()).hasSize(letters);
    assertThat(lender.entries("refusal")).last().asString().contains("XX-CFG-02");
    lender.later(Duration.ofDays(1));
    int contacts = lender.events(CaseEvent.ContactReserved.class).size();
    assertThat(say(HELLO)).isInstanceOf(Colleagues.Answer.Done.class);
    assertThat(lender.street.last().words())
        .startsWith("【样例消费金融】您好，我是样例消费金融的人工客服")
        .contains("退订", "95000")
        .endsWith(HELLO);
    assertThat(spoken(talk)).isEqualTo(lender.street.last().words());
    assertThat(lender.events(CaseEvent.ContactReserved.class)).hasSize(contacts + 1);
    assertThat(lender.engine.why().verify().faults()).isEmpty();
    assertThat(rules(say("还在吗"))).anyMatch(rule -> rule.startsWith("XX-CFG-02"));
  }

  @Test
  void nobodyIsWokenByAColleague() {
    var _ = byText();
    // The next day, ten past ten in the evening in Shanghai.
    lender.at(Instant.parse("2026-11-24T14:10:00Z"));
    int letters = lender.street.letters().size();
    Colleagues.Answer answer = say(HELLO);
    assertThat(rules(answer)).anyMatch(rule -> rule.startsWith("CN-GBT-01"));
    assertThat(((Colleagues.Answer.Refused) answer).reasons().toString())
        .contains("not be written to before");
    assertThat(lender.street.letters()).hasSize(letters);
  }

  @Test
  void whoSaidStopIsNotWrittenToByColleaguesEither() {
    var _ = byText();
    texts("在吗");
    assertThat(say(HELLO)).isInstanceOf(Colleagues.Answer.Done.class);
    texts("退订");
    int letters = lender.street.letters().size();
    assertThat(rules(say(HELLO))).anyMatch(rule -> rule.startsWith("CN-CC1033"));
    assertThat(lender.street.letters()).hasSize(letters);
    // Who writes again after it is answered.
    lender.later(Duration.ofMinutes(1));
    texts("等等，还有个问题");
    assertThat(say(HELLO)).isInstanceOf(Colleagues.Answer.Done.class);
  }

  @Test
  void whoLeftThePageIsWrittenToByTextWhichTellsNothing() {
    ConversationId talk = onPage();
    lender.later(Duration.ofDays(2));
    Optional<Channel> sms = Optional.of(Channel.SMS);
    assertThat(rules(say("您目前逾期3280.50元。", sms))).anyMatch(rule -> rule.startsWith("CN-"));
    assertThat(say("方便时请回复。", sms)).isInstanceOf(Colleagues.Answer.Done.class);
    assertThat(lender.street.last().words()).endsWith("方便时请回复。");
    texts("我在");
    assertThat(spoken(talk)).isEqualTo("我在");
    assertThat(
            lender
                .database
                .transactor()
                .get(sql -> new Conversations(lender.vault).messages(sql, talk, 0))
                .getLast()
                .by())
        .contains(Channel.SMS);
    // Now they are there, by that way.
    assertThat(say("好，我们继续。", sms)).isInstanceOf(Colleagues.Answer.Done.class);
    assertThat(lender.street.last().words()).isEqualTo("好，我们继续。");
  }

  @Test
  void anEMailToWhoWasVerifiedMaySpeakOfTheDebt() {
    lender.mailAddress("someone@borrower.example");
    var _ = onPage();
    lender.later(Duration.ofDays(2));
    assertThat(say("您目前逾期3280.50元，咱们商量一下。", Optional.of(Channel.EMAIL)))
        .isInstanceOf(Colleagues.Answer.Done.class);
    assertThat(mail.last().words())
        .startsWith("您好，我是样例消费金融的人工客服")
        .endsWith("您目前逾期3,280.50元，咱们商量一下。");
  }

  @Test
  void whoeverCantBeReachedThatWayIsNotWrittenTo() {
    var _ = byText();
    assertThat(say(HELLO, Optional.of(Channel.EMAIL))).isInstanceOf(Colleagues.Answer.NotNow.class);
    assertThat(say(HELLO, Optional.of(Channel.CHAT))).isInstanceOf(Colleagues.Answer.NotNow.class);
    assertThat(say(HELLO, Optional.of(Channel.PUSH))).isInstanceOf(Colleagues.Answer.NotNow.class);
    assertThat(mail.letters()).isEmpty();
  }
}
