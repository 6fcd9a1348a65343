package io.heyue.brain.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Licence;
import io.heyue.core.compliance.Delivery;
import io.heyue.core.compliance.Guard;
import io.heyue.core.compliance.Verdict;
import io.heyue.core.law.RuleId;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.reply.DraftReply;
import io.heyue.core.reply.Writer;
import io.heyue.core.turn.Notices;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the words that we ship must say by the way that they go, under the rules that we ship. */
class MessageLawTest {
  private static final Books BOOKS = Books.read(RealData.folder());
  private static final Guard GUARD = new Guard(BOOKS.law());
  private static final Notices NOTICES = new Notices(new Writer(BOOKS.phrases()), GUARD);

  private static final Instant NOW = Instant.parse("2026-11-23T16:00:00Z");
  private static final Dossier AMERICAN =
      LawfulContactTest.dossier("US-CA", ZoneId.of("America/Los_Angeles"), Licence.BANK);
  private static final Dossier CHINESE =
      LawfulContactTest.dossier("CN", ZoneId.of("Asia/Shanghai"), Licence.BANK);

  private static Verdict verdict(
      Dossier dossier, Lang lang, String phrase, Channel channel, boolean opening) {
    return NOTICES.write(
        phrase, Optional.empty(), dossier, lang, channel, "0000", "", opening, !opening, NOW);
  }

  private static String words(
      Dossier dossier, Lang lang, String phrase, Channel channel, boolean opening) {
    Verdict verdict = verdict(dossier, lang, phrase, channel, opening);
    assertThat(verdict)
        .as("%s by %s: %s", phrase, channel, verdict)
        .isInstanceOf(Verdict.Permitted.class);
    return ((Verdict.Permitted) verdict).reply().words();
  }

  /** US-REGF-6e: each e-mail and text says how to opt out, answers too. */
  @Test
  void anAnswerByTextOrMailSaysHowToEndItWhereTheLawWantsIt() {
    assertThat(words(AMERICAN, Lang.EN, "ask_when", Channel.SMS, false))
        .isEqualTo("On which day could you pay? Reply STOP to opt out.");
    assertThat(words(AMERICAN, Lang.EN, "ask_when", Channel.EMAIL, false))
        .endsWith("use the unsubscribe link.");
    assertThat(words(AMERICAN, Lang.ZH, "ask_when", Channel.SMS, false)).endsWith("请回复“退订”。");
    assertThat(words(AMERICAN, Lang.EN, "ask_when", Channel.CHAT, false))
        .isEqualTo("On which day could you pay?");
    assertThat(words(CHINESE, Lang.ZH, "ask_when", Channel.SMS, false)).doesNotContain("退订");
  }

  @ParameterizedTest
  @EnumSource(names = {"SMS", "EMAIL"})
  void anAnswerThatDoesNotIsRefused(Channel channel) {
    DraftReply bare = new DraftReply(Lang.EN, "On which day could you pay?", List.of(), List.of());
    Verdict verdict =
        GUARD.judge(bare, AMERICAN, List.of(), Delivery.byMachine(channel, false, true), NOW);
    assertThat(verdict).isInstanceOf(Verdict.Forbidden.class);
    assertThat(((Verdict.Forbidden) verdict).rules()).containsExactly(new RuleId("US-REGF-6e", 1));
    assertThat(
            GUARD.judge(
                bare, AMERICAN, List.of(), Delivery.byMachine(Channel.CHAT, false, true), NOW))
        .isInstanceOf(Verdict.Permitted.class);
  }

  /** US-TCPA-AI-SAY for calls, XX-CFG-11 for messages; a page can simply be left. */
  @ParameterizedTest
  @CsvSource({"CALL, Say stop", "SMS, Reply STOP", "EMAIL, unsubscribe"})
  void theFirstWordsSayHowToEndIt(Channel channel, String how) {
    assertThat(words(AMERICAN, Lang.EN, "open", channel, true)).containsOnlyOnce(how);
    assertThat(words(AMERICAN, Lang.EN, "open", Channel.CHAT, true)).doesNotContain(how);
  }

  @Test
  void whoeverWritesFirstByTextIsToldHowToEndItInChinaToo() {
    assertThat(words(CHINESE, Lang.ZH, "open", Channel.SMS, true)).endsWith("不再接收请回复“退订”。");
    assertThat(words(CHINESE, Lang.ZH, "open", Channel.CALL, true)).doesNotContain("退订");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sms_first", "sms_second", "sms_third", "written_confirmation"})
  void whatSaysItAlreadySaysItOnce(String phrase) {
    assertThat(words(AMERICAN, Lang.EN, phrase, Channel.SMS, true)).containsOnlyOnce("STOP");
    assertThat(words(CHINESE, Lang.ZH, phrase, Channel.SMS, true)).containsOnlyOnce("回复“退订”");
  }
}
