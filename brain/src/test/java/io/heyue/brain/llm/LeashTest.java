package io.heyue.brain.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heyue.brain.llm.Reply.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** How often a model may be asked, and what that costs. */
class LeashTest {
  private static final Ask ASK = new Ask(Ask.Use.PHRASING, "do this", "with that", 40);
  private static final Reply SAID = new Reply.Said("well", 1_000, 500, Duration.ofMillis(80));

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T02:00:00Z"));
  private final AtomicReference<Reply> reply = new AtomicReference<>(SAID);
  private final AtomicInteger asked = new AtomicInteger();
  private final Tally tally = new Tally();

  private Leash leash(int aMinute, int aDay, long tokensADay) {
    ChatModel model =
        new ChatModel() {
          @Override
          public Reply ask(Ask ask) {
            asked.incrementAndGet();
            return reply.get();
          }

          @Override
          public String name() {
            return "one";
          }
        };
    Limits limits =
        new Limits(Duration.ofSeconds(1), Duration.ofSeconds(2), 40, 2, aMinute, aDay, tokensADay);
    return new Leash(
        model, limits, new Price(new BigDecimal("2"), new BigDecimal("8")), tally, now::get);
  }

  private static Reply nothing(Reason reason) {
    return new Reply.Nothing(reason);
  }

  @Test
  void aMinutesBudgetIsSpentAndComesBack() {
    Leash leash = leash(3, 100, 1_000_000);
    for (int i = 0; i < 3; i++) {
      assertThat(leash.ask(ASK)).isEqualTo(SAID);
    }
    assertThat(leash.ask(ASK)).isEqualTo(nothing(Reason.SPENT));
    assertThat(asked).hasValue(3);
    now.updateAndGet(at -> at.plusSeconds(60));
    assertThat(leash.ask(ASK)).isEqualTo(SAID);
  }

  @Test
  void aDaysBudgetEndsAtMidnight() {
    Leash leash = leash(100, 2, 1_000_000);
    assertThat(leash.ask(ASK)).isEqualTo(SAID);
    assertThat(leash.ask(ASK)).isEqualTo(SAID);
    now.updateAndGet(at -> at.plus(Duration.ofHours(3)));
    assertThat(leash.ask(ASK)).isEqualTo(nothing(Reason.SPENT));
    now.set(Instant.parse("2026-11-24T00:00:00Z"));
    assertThat(leash.ask(ASK)).isEqualTo(SAID);
  }

  @Test
  void tokensHaveABudgetToo() {
    Leash leash = leash(100, 100, 2_000);
    assertThat(leash.ask(ASK)).isEqualTo(SAID);
    assertThat(leash.ask(ASK)).isEqualTo(SAID);
    assertThat(leash.ask(ASK)).isEqualTo(nothing(Reason.SPENT));
  }

  @Test
  void aModelThatFailsIsLeftAloneAndTriedAgain() {
    Leash leash = leash(1_000, 1_000, 1_000_000);
    reply.set(nothing(Reason.BROKEN));
    for (int i = 0; i < 8; i++) {
      assertThat(leash.ask(ASK)).isEqualTo(nothing(Reason.BROKEN));
    }
    assertThat(leash.ask(ASK)).isEqualTo(nothing(Reason.OPEN));
    assertThat(asked).hasValue(8);
    reply.set(SAID);
    assertThat(leash.ask(ASK)).isEqualTo(nothing(Reason.OPEN));
    now.updateAndGet(at -> at.plusSeconds(31));
    assertThat(leash.ask(ASK)).isEqualTo(SAID);
    assertThat(leash.ask(ASK)).isEqualTo(SAID);
    assertThat(leash.ask(ASK)).isEqualTo(SAID);
    assertThat(tally.without(Reason.OPEN)).isEqualTo(2);
    assertThat(tally.without(Reason.BROKEN)).isEqualTo(8);
  }

  @Test
  void whatItCostsIsCounted() {
    Leash leash = leash(100, 100, 1_000_000);
    var _ = leash.ask(ASK);
    var _ = leash.ask(ASK);
    assertThat(tally.answered(Ask.Use.PHRASING)).isEqualTo(2);
    assertThat(tally.answered(Ask.Use.READING)).isZero();
    assertThat(tally.tokensIn()).isEqualTo(2_000);
    assertThat(tally.tokensOut()).isEqualTo(1_000);
    assertThat(tally.cost()).isEqualTo(0.012);
    assertThat(tally.firstTokens()).isEqualTo(Duration.ofMillis(160));
  }

  @Test
  void aChineseCharacterIsATokenWhereTheModelCountsNone() {
    Leash leash = leash(100, 100, 1_000_000);
    reply.set(new Reply.Said("好的，没关系", 0, 0, Duration.ofMillis(80)));
    var _ = leash.ask(new Ask(Ask.Use.PHRASING, "请您换一个说法", "还款", 40));
    assertThat(tally.tokensIn()).isEqualTo(9);
    assertThat(tally.tokensOut()).isEqualTo(6);
    assertThat(tally.cost()).isEqualTo((9 * 2 + 6 * 8) / 1e6);
  }

  /** A vendor bills an answer whether somebody waited for its end or not. */
  @Test
  void whatCameTooLateCostsToo() {
    Leash leash = leash(100, 100, 130);
    for (Reason reason : new Reason[] {Reason.LATE, Reason.ENDLESS, Reason.SILENT}) {
      reply.set(nothing(reason));
      assertThat(leash.ask(ASK)).isEqualTo(nothing(reason));
    }
    // "do this", "with that": 2 and 3; at most 40 back.
    assertThat(tally.tokensIn()).isEqualTo(15);
    assertThat(tally.tokensOut()).isEqualTo(120);
    assertThat(tally.cost()).isCloseTo((15 * 2 + 120 * 8) / 1e6, within(1e-12));
    assertThat(leash.ask(ASK)).isEqualTo(nothing(Reason.SPENT));
    assertThat(tally.tokensIn()).as("what was not asked").isEqualTo(15);
  }

  @Test
  void anErrorCostsNoAnswer() {
    Leash leash = leash(100, 100, 1_000);
    reply.set(nothing(Reason.BROKEN));
    var _ = leash.ask(ASK);
    assertThat(tally.tokensIn()).isEqualTo(5);
    assertThat(tally.tokensOut()).isZero();
  }
}
