package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Money;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent.HandedOver;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.Promise;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file gave what is overdue and no other figure; then no other figure is ever named. */
class UnknownFiguresTest {
  private static final Pattern SUM = Pattern.compile("[0-9,]+\\.[0-9]{2}元");

  @TempDir private Path folder = Path.of("");
  private Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
    lender.bareBorrower();
  }

  @AfterEach
  void close() {
    lender.close();
  }

  private static Set<String> sums(List<String> said) {
    Set<String> sums = new TreeSet<>();
    for (String words : said) {
      Matcher matcher = SUM.matcher(words);
      while (matcher.find()) {
        sums.add(matcher.group());
      }
    }
    return sums;
  }

  @Test
  void whoAsksForWhatNobodyGaveIsToldSoAndPromisesAllTheSame() {
    ConversationId talk = lender.verified();
    String balance = lender.says(talk, "我总共欠多少");
    String minimum = lender.says(talk, "最低还多少");
    String statement = lender.says(talk, "把明细给我看看");
    String least = lender.says(talk, "下周五还最低还款额");
    String readBack = lender.says(talk, "还1000元");
    String confirmed = lender.says(talk, "可以");
    assertThat(balance).contains("逾期金额是3,280.50元").contains("全部未还余额我手头没有").contains("转人工");
    assertThat(minimum).contains("最低还款额我手头没有");
    assertThat(statement)
        .contains("借款本金：我手头没有这一项")
        .contains("全部未还余额：我手头没有这一项")
        .contains("其中已到期未还：3,280.50元");
    assertThat(least).contains("账上没有写明是多少").endsWith("请问您打算还多少呢？");
    assertThat(readBack).contains("1,000.00元");
    assertThat(sums(List.of(balance, minimum, statement, least))).containsExactly("3,280.50元");
    assertThat(sums(List.of(readBack, confirmed))).contains("1,000.00元");
    Case matter = lender.matter();
    assertThat(matter.openPromises())
        .extracting(Promise::amount, Promise::due)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Money.fen(100_000), LocalDate.of(2026, 12, 4)));
    assertThat(matter.account().balance()).isEmpty();
  }

  @Test
  void whoWantsTheFigureFromAPersonReachesOne() {
    ConversationId talk = lender.verified();
    var _ = lender.says(talk, "我总共欠多少");
    var _ = lender.says(talk, "转人工");
    assertThat(lender.events(HandedOver.class)).hasSize(1);
    assertThat(lender.matter().lastDisposition()).contains(Disposition.HANDOVER);
  }
}
