package io.heyue.store.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rate;
import io.heyue.core.portfolio.Account;
import io.heyue.store.records.OwnedAccount;
import io.heyue.store.records.PersonRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountImportTest {
  private static final String CHINESE =
      """
      借据号,客户号,姓名,身份证号,产品名称,放款日期,贷款本金,贷款余额,逾期金额（元）,到期日,年利率(%),罚息利率,机构类型,是否上征信,征信告知日期,语言,地区,发薪日,标签
      L-0001,KD-9001,样例甲,ZZ00000000000001,消费贷,2025-03-01,"10,000.00",￥8200.5,３２８０．５０,2026年11月1日,24,0.36,消费金融公司,是,2026/11/2,中文,广东省,15日,困难;停催
      L-0002,KD-9001,样例甲,ZZ00000000000001,消费贷,20250301,5000,4000,100,2026/11/5,24,36%,消金,否,,中文,广东,15,困难;停催
      """;
  private static final String SMALL =
      """
      account number,customer number,name,overdue amount,due date,balance
      A1,P1,Sample One,100.00,2026-11-01,900
      A2,P2,Sample Two,200.00,2026-11-02,800
      """;

  @TempDir private Path folder = Path.of("");
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void chineseHeadersInGb18030() {
    ImportReport report = desk.take(ImportKind.ACCOUNTS, CHINESE, Charset.forName("GB18030"));
    assertThat(report.encoding()).isEqualTo("GB18030");
    assertThat(report.inserted()).isEqualTo(2);
    assertThat(report.rejected()).isZero();
    OwnedAccount owned = desk.account("L-0001");
    Account account = owned.account();
    assertThat(account.overdue()).isEqualTo(Money.fen(328050));
    assertThat(account.principal()).contains(Money.fen(1000000));
    assertThat(account.balance()).contains(Money.fen(820050));
    assertThat(account.dueDate()).isEqualTo("2026-11-01");
    assertThat(account.contractDate()).contains(LocalDate.of(2025, 3, 1));
    assertThat(account.contractRate()).isEqualByComparingTo(Rate.parse("0.24"));
    assertThat(account.overdueRate()).isEqualByComparingTo(Rate.parse("0.36"));
    assertThat(account.lender().licence()).isEqualTo(Licence.CONSUMER_FINANCE);
    assertThat(account.facts().creditReporting()).isTrue();
    assertThat(account.facts().creditNotice()).isEqualTo(LocalDate.of(2026, 11, 2));
    PersonRecord person = desk.person(owned.person());
    assertThat(person.name().reveal()).isEqualTo("样例甲");
    assertThat(person.toString()).doesNotContain("样例甲");
    assertThat(person.identityTail()).hasValue("0001");
    assertThat(person.place()).isEqualTo("CN-GD");
    assertThat(person.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(person.payDay()).hasValue(15);
    assertThat(person.flags()).containsExactlyInAnyOrder(HoldKind.HARDSHIP, HoldKind.STOP);
    assertThat(desk.count("person")).isEqualTo(1);
  }

  @Test
  void whatAFileDoesNotSayStaysUnknown() {
    desk.accounts(SMALL);
    Account account = desk.account("A1").account();
    assertThat(account.balance()).contains(Money.fen(90_000));
    assertThat(account.principal()).isEmpty();
    assertThat(account.minimum()).isEmpty();
    assertThat(account.contractDate()).isEmpty();
    desk.accounts(SMALL.replace(",900", ",").replace(",800", ","));
    assertThat(desk.account("A1").account().balance()).isEmpty();
  }

  @Test
  void tabsSemicolonsAndByteOrderMarks() {
    assertThat(desk.accounts("\uFEFF" + SMALL.replace(',', '\t')).delimiter()).isEqualTo('\t');
    ImportReport again = desk.accounts(SMALL.replace(',', ';').replace("\n", "\r\n"));
    assertThat(again.delimiter()).isEqualTo(';');
    assertThat(again.unchanged()).isEqualTo(2);
  }

  @Test
  void theLedgerHasEveryImport() {
    desk.accounts(SMALL);
    desk.accounts(SMALL);
    assertThat(desk.proven()).isEqualTo(2);
  }

  @Test
  void importingAgainChangesWhatChanged() {
    assertThat(desk.accounts(SMALL).inserted()).isEqualTo(2);
    ImportReport same = desk.accounts(SMALL);
    assertThat(same.unchanged()).isEqualTo(2);
    assertThat(same.seenBefore()).isTrue();
    ImportReport changed =
        desk.accounts(
            SMALL.replace("100.00", "150.00").replace("Sample Two", "Sample Too")
                + "A3,P3,Sample Three,300,2026-11-03,300\n");
    assertThat(changed.updated()).isEqualTo(2);
    assertThat(changed.inserted()).isEqualTo(1);
    assertThat(changed.seenBefore()).isFalse();
    assertThat(desk.count("account")).isEqualTo(3);
    assertThat(desk.count("person")).isEqualTo(3);
    assertThat(desk.account("A1").account().overdue()).isEqualTo(Money.fen(15000));
  }

  @Test
  void aColumnThatIsNotThereChangesNothingAndAnEmptyCellEmpties() {
    desk.accounts(SMALL);
    desk.accounts(SMALL.replace(",balance", "").replace(",900", "").replace(",800", ""));
    assertThat(balance()).hasValue(90_000L);
    desk.accounts(SMALL.replace(",900", ","));
    assertThat(balance()).isEmpty();
  }

  private Optional<Long> balance() {
    return desk.one(
        "select balance from account where number = 'A1'", row -> row.findNumber("balance"));
  }

  @Test
  void badRowsAreListedMaskedAndTheRestGoesIn() throws IOException {
    ImportReport report =
        desk.speaking(Lang.ZH)
            .accounts(
                """
                账号,客户号,姓名,逾期金额,到期日
                B1,P1,样例甲,100,2026-02-30
                B2,P2,样例乙,一百,2026-11-01
                B3,P3,样例丙,=cmd()|x,2026-11-01
                B4,P4,,100,2026-11-01
                B5,P5,样例戊,-5,2026-11-01
                B6,,样例己,5,2026-11-01
                6.22E+18,P7,样例庚,5,2026-11-01
                B8,P8,样例辛,5
                B9,P9,样例壬,5,2026-11-01,多,一列
                C1,P10,样例癸,5.005,2026-11-01
                C2,P11,样例子,5,2026-11-01
                """);
    assertThat(report.inserted()).isEqualTo(1);
    assertThat(report.rejected()).isEqualTo(10);
    assertThat(desk.rejectedLines())
        .containsExactly(
            "\uFEFF行,列,值（已遮盖）,原因",
            "2,due_date,2026-02-30,这一天不存在。可能月和日写反了",
            "3,overdue,**,不是金额。可能夹有文字",
            "4,overdue,'=***()|*,不是金额。可能夹有文字",
            "5,name,,为空，此列必填",
            "6,overdue,'-5,金额为负。可能是冲正",
            "7,,,客户号和证件号码均为空",
            "8,account_number,6***8 (8),被电子表格改成了科学计数法，位数已丢失。可能须以文本格式重新导出",
            "9,,,单元格少于表头。可能行被截断",
            "10,,,单元格多于表头。可能有逗号未加引号",
            "11,overdue,5.005,小数位数多于该币种");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(desk.rejected())))
        .isEqualTo("rw-------");
  }

  @Test
  void ofTheSameAccountTwiceTheLastRowCounts() {
    ImportReport report = desk.accounts(SMALL + "A1,P1,Sample One,777,2026-11-09,900\n");
    assertThat(report.inserted()).isEqualTo(2);
    assertThat(report.reasons()).containsOnlyKeys(Reason.DUPLICATE);
    assertThat(desk.rejectedLines().get(1)).startsWith("2,account_number,");
    assertThat(desk.account("A1").account().overdue()).isEqualTo(Money.fen(77700));
  }

  @Test
  void anAccountDoesNotWanderToAnotherPerson() {
    desk.accounts(SMALL);
    ImportReport report = desk.accounts(SMALL.replace("A1,P1", "A1,P9"));
    assertThat(report.reasons()).containsOnlyKeys(Reason.OTHER_PERSON);
    assertThat(desk.count("person")).isEqualTo(2);
  }

  @Test
  void aPersonIsRecognisedWhenTheIdentityNumberComesLaterOrIsLeftOut() {
    desk.accounts(SMALL);
    String withIdentity =
        """
        account number,customer number,name,overdue amount,due date,id number
        A1,P1,Sample One,100.00,2026-11-01,ZZ0001
        A3,P1,Sample One,50.00,2026-11-01,ZZ0001
        """;
    assertThat(desk.accounts(withIdentity).rejected()).isZero();
    assertThat(desk.accounts(SMALL).rejected()).isZero();
    assertThat(desk.count("person")).isEqualTo(2);
    assertThat(desk.account("A3").person()).isEqualTo(desk.account("A1").person());
  }

  @Test
  void aNumberOfTwoPeopleIsNobodys() {
    ImportReport report =
        desk.accounts(
            """
            account number,customer number,name,overdue amount,due date,id number
            A1,P1,Sample One,100.00,2026-11-01,ZZ0001
            A2,P1,Sample Two,50.00,2026-11-01,ZZ0002
            """);
    assertThat(report.reasons()).containsEntry(Reason.NUMBER_OF_ANOTHER, 2L);
    assertThat(desk.count("account")).isZero();
  }

  @Test
  void twoLendersMayUseTheSameNumbers() {
    ImportReport report =
        desk.accounts(
            """
            account number,lender,customer number,name,overdue amount,due date
            A1,Bank North,P1,Sample One,100.00,2026-11-01
            A1,Bank South,P1,Sample Two,50.00,2026-11-01
            """);
    assertThat(report.inserted()).isEqualTo(2);
    assertThat(desk.count("person")).isEqualTo(2);
    assertThat(desk.count("account where number = 'A1'")).isEqualTo(2);
  }

  @Test
  void noPersonalValueStandsInTheDatabase() {
    desk.accounts(CHINESE);
    desk.contacts(
        """
        account,kind,value,relation,contact name,source
        L-0001,mobile,+8610000000017,self,,contract
        L-0001,address,Sample Street 12,self,,contract
        L-0001,email,sample@example.org,spouse,样例乙,contract
        """);
    for (String table : new String[] {"person", "contact_point", "account", "import_run"}) {
      String everything =
          desk.database
              .transactor()
              .get(sql ->
                  sql.get(
                      "select string_agg(t::text, '|') as t from " + table + " t",
                      row -> row.text("t")));
      for (String secret :
          new String[] {
            "样例", "ZZ00000000000001", "10000000017", "Sample Street", "sample@example", "KD-9001"
          }) {
        assertThat(everything).doesNotContain(secret).doesNotContain(hex(secret));
      }
    }
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
