package io.heyue.sim.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class PageTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Test
  void theLastQuestionIsTheOneThatCounts() {
    Page page =
        Page.read("您的消费贷目前逾期金额是3,280.50元。跟您确认一下：您在12月5日前先还1,500.00元，剩下的1,780.50元之后再安排，对吗？", TODAY);
    assertThat(page.cue()).isEqualTo(Cue.READ_BACK);
    assertThat(page.sums()).containsExactly(Money.fen(150_000), Money.fen(178_050));
    assertThat(page.days()).containsExactly(LocalDate.of(2026, 12, 5));
  }

  @Test
  void englishIsReadToo() {
    Page page =
        Page.read(
            "Let me make sure: you will pay CNY 3,280.50 by 5 January 2027. Is that right?", TODAY);
    assertThat(page.cue()).isEqualTo(Cue.READ_BACK);
    assertThat(page.sums()).containsExactly(Money.fen(328_050));
    assertThat(page.days()).containsExactly(LocalDate.of(2027, 1, 5));
  }

  @Test
  void aRateIsNoSum() {
    assertThat(Page.sums("逾期年利率18.72%")).isEmpty();
  }
}
