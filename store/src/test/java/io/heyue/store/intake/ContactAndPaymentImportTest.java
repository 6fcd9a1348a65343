package io.heyue.store.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.MailAddress;
import io.heyue.core.base.Money;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.base.Relation;
import io.heyue.store.records.ContactPoint;
import io.heyue.store.records.ContactPoints;
import io.heyue.store.records.Fields;
import io.heyue.store.records.Payment;
import io.heyue.store.records.Payments;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactAndPaymentImportTest {
  private static final String CONTACTS =
      """
      账号,类型,联系方式,关系,来源,联系人,同意短信
      A1,手机,+86 100 0000 0017,本人,合同,,是
      A1,固话,+861000000018,同事,联系人告知,样例乙,
      A1,邮箱,One@Example.org,本人,,,
      """;
  private static final String PAYMENTS =
      """
      account,amount,paid at,reference
      A1,"1,000.00",2026-11-20 10:20:30,R1
      A1,5,2026-11-21,R2
      """;

  @TempDir private Path folder = Path.of("");
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder);
    var _ =
        desk.accounts(
            """
            账号,客户号,姓名,身份证号,逾期金额,到期日
            A1,P1,样例甲,ZZ0001,100,2026-11-01
            A2,P2,样例丁,ZZ0002,100,2026-11-01
            """);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void contactPointsComeBackTyped() {
    assertThat(desk.contacts(CONTACTS).inserted()).isEqualTo(3);
    List<ContactPoint> points = points();
    PhoneNumber number = new PhoneNumber("+8610000000017");
    assertThat(points).extracting(ContactPoint::relation).endsWith(Relation.COLLEAGUE);
    ContactPoint mobile = points.getFirst();
    assertThat(mobile.value()).isEqualTo(number);
    assertThat(mobile.channels()).containsExactlyInAnyOrder(Channel.SMS, Channel.CALL);
    assertThat(mobile.relation()).isEqualTo(Relation.SELF);
    assertThat(mobile.source()).isEqualTo(NumberSource.CONTRACT);
    assertThat(mobile.consents()).containsExactly(Map.entry(Channel.SMS, true));
    assertThat(points.get(1).value()).isEqualTo(new MailAddress("one@example.org"));
    assertThat(points.get(1).source()).isNull();
    assertThat(holder()).isEqualTo("样例乙");
    List<ContactPoint> known =
        desk.database.transactor().get(sql -> new ContactPoints(desk.vault).byPhone(sql, number));
    assertThat(known).containsExactly(mobile);
    assertThat(mobile.toString()).doesNotContain("10000000017");
  }

  @Test
  void contactsImportedAgainChangeWhatChanged() {
    desk.contacts(CONTACTS);
    assertThat(desk.contacts(CONTACTS).unchanged()).isEqualTo(3);
    ImportReport changed = desk.contacts(CONTACTS.replace(",同事,", ",配偶,").replace("样例乙", "样例丙"));
    assertThat(changed.updated()).isEqualTo(1);
    assertThat(changed.unchanged()).isEqualTo(2);
    assertThat(points().getLast().relation()).isEqualTo(Relation.SPOUSE);
    assertThat(holder()).isEqualTo("样例丙");
    assertThat(desk.count("contact_point")).isEqualTo(3);
  }

  @Test
  void contactsMayNameThePersonAndBadOnesAreListed() {
    ImportReport report =
        desk.contacts(
            """
            person number,identity number,kind,value,relation
            P1,,mobile,+8610000000011,self
            ,zz0002,mobile,+8610000000012,self
            P9,,mobile,+8610000000013,self
            ,,mobile,+8610000000014,self
            P1,,mobile,5550100,self
            P1,,email,nobody,self
            P1,,pigeon,x,self
            P1,,mobile,+8610000000011,neighbour
            """);
    assertThat(report.inserted()).isEqualTo(2);
    assertThat(report.reasons())
        .containsEntry(Reason.UNKNOWN_PERSON, 1L)
        .containsEntry(Reason.NO_PERSON, 1L)
        .containsEntry(Reason.NOT_A_PHONE, 1L)
        .containsEntry(Reason.NOT_A_MAIL_ADDRESS, 1L)
        .containsEntry(Reason.UNKNOWN_WORD, 2L);
    assertThat(String.join("", desk.rejectedLines())).doesNotContain("10000000013");
  }

  @Test
  void paymentsAreFoundUntilTheyAreReconciled() {
    assertThat(desk.payments(PAYMENTS).inserted()).isEqualTo(2);
    assertThat(desk.payments(PAYMENTS).unchanged()).isEqualTo(2);
    List<Payment> open = unbooked();
    assertThat(open).extracting(Payment::reference).containsExactly("R1", "R2");
    assertThat(open.getFirst().amount()).isEqualTo(Money.fen(100_000));
    assertThat(open.getFirst().paidAt()).isEqualTo("2026-11-20T02:20:30Z");
    desk.database.transactor().run(sql -> new Payments().booked(sql, open.subList(0, 1), Desk.NOW));
    assertThat(unbooked()).extracting(Payment::reference).containsExactly("R2");
  }

  @Test
  void aPaymentMayBeCorrectedUntilItIsReconciled() {
    desk.payments(PAYMENTS);
    assertThat(desk.payments(PAYMENTS.replace("A1,5,", "A1,6,")).updated()).isEqualTo(1);
    desk.database.transactor().run(sql -> new Payments().booked(sql, unbooked(), Desk.NOW));
    ImportReport report = desk.payments(PAYMENTS);
    assertThat(report.reasons()).containsOnlyKeys(Reason.ALREADY_RECONCILED);
    assertThat(amount("R2")).isEqualTo(600);
  }

  @Test
  void badPaymentsAreListed() {
    ImportReport report =
        desk.payments(
            """
            account,amount,currency,time,reference
            A9,5,CNY,2026-11-20,R1
            A1,0,CNY,2026-11-20,R2
            A1,5,USD,2026-11-20,R3
            A1,5,CNY,2026-11-20 25:00,R4
            A1,5,CNY,2026-11-20,
            A1,5,CNY,2026-11-20,R6
            A1,7,CNY,2026-11-20T08:00:00+08:00,R6
            """);
    assertThat(report.inserted()).isEqualTo(1);
    assertThat(report.reasons())
        .containsOnlyKeys(
            Reason.UNKNOWN_ACCOUNT,
            Reason.NOT_POSITIVE,
            Reason.OTHER_CURRENCY,
            Reason.NOT_A_TIME,
            Reason.MISSING,
            Reason.DUPLICATE);
    assertThat(amount("R6")).isEqualTo(700);
  }

  private List<ContactPoint> points() {
    return desk.points(desk.account("A1").person());
  }

  private String holder() {
    byte[] sealed =
        desk.one(
            "select holder from contact_point where holder is not null",
            row -> row.bytes("holder"));
    return desk.vault.open(sealed, Fields.HOLDER);
  }

  private List<Payment> unbooked() {
    return desk.database.transactor().get(sql -> new Payments().claim(sql, Desk.NOW, 10));
  }

  private long amount(String reference) {
    return desk.one(
        "select amount from payment where reference = ?", row -> row.number("amount"), reference);
  }
}
