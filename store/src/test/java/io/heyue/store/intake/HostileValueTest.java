package io.heyue.store.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Money;
import io.heyue.store.records.ContactPoint;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that are odd, wrong or meant to do harm, in a file that is in order. */
class HostileValueTest {
  private static final String ACCOUNTS =
      "account,customer number,id number,name,overdue,due date\n";
  private static final String CONTACTS = "account,kind,value,relation\n";

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
  void formulasAreKeptAsTheyAreAndCarriedOutNowhere() {
    ImportReport report =
        desk.accounts(
            ACCOUNTS
                + "=A1,P1,,=cmd|' /C calc'!A0,1,2026-11-01\n"
                + "-A2,P2,,+Sample,1,2026-11-01\n"
                + "@A3,P3,,@SUM(A1),x,2026-11-01\n"
                + "=HYPERLINK(1),P4,,Sample,1,2026-13-13\n"
                + "A5,P5,=1+1,Sample,1,2026-11-01\n");
    assertThat(report.inserted()).isEqualTo(2);
    assertThat(desk.person(desk.account("=A1").person()).name().reveal())
        .isEqualTo("=cmd|' /C calc'!A0");
    assertThat(desk.account("-A2").account().overdue()).isEqualTo(Money.fen(100));
    assertThat(desk.rejectedLines()).hasSize(4);
    for (String line : desk.rejectedLines()) {
      assertThat(List.of(line.split(",", -1)))
          .allSatisfy(cell -> assertThat(cell.replace("\"", "")).doesNotMatch("\\s*[=+\\-@].*"));
    }
    assertThat(Text.harmless("＝1+1")).isEqualTo("'＝1+1");
    assertThat(Text.harmless("\t=1+1")).doesNotStartWith("\t");
  }

  @Test
  void sumsAsPeopleWriteThem() {
    ImportReport report =
        desk.accounts(
            ACCOUNTS
                + "A1,P1,,Sample,\"1,234,567.80\",2026-11-01\n"
                + "A2,P2,,Sample,１２，３４５．６０,2026-11-01\n"
                + "A3,P3,,Sample,￥ 3280元,2026-11-01\n"
                + "A4,P4,,Sample,999999999999999.99,2026-11-01\n"
                + "A5,P5,,Sample,NaN,2026-11-01\n"
                + "A6,P6,,Sample,\"1,23,456\",2026-11-01\n"
                + "A7,P7,,Sample,0x10,2026-11-01\n");
    assertThat(report.inserted()).isEqualTo(3);
    assertThat(desk.account("A1").account().overdue()).isEqualTo(Money.fen(123_456_780));
    assertThat(desk.account("A2").account().overdue()).isEqualTo(Money.fen(1_234_560));
    assertThat(desk.account("A3").account().overdue()).isEqualTo(Money.fen(328_000));
    assertThat(report.reasons())
        .containsOnly(Map.entry(Reason.SUM_TOO_LARGE, 1L), Map.entry(Reason.NOT_A_SUM, 3L));
  }

  /** Both are of an area that there is not. */
  @Test
  void aMistypedIdentityNumberIsNobodys() {
    ImportReport report =
        desk.accounts(
            ACCOUNTS
                + "A1,P1,990101199001013105,Sample,1,2026-11-01\n"
                + "A2,P2,990101199001013106,Sample,1,2026-11-01\n"
                + "A3,P3,99010119900101310５,Sample,1,2026-11-02\n"
                + "A4,P4,9901 0119 9001 0131 0x,Sample,1,2026-11-01\n");
    assertThat(report.reasons()).containsOnly(Map.entry(Reason.WRONG_CHECK_DIGIT, 2L));
    assertThat(desk.account("A3").person()).isEqualTo(desk.account("A1").person());
    assertThat(String.join("", desk.rejectedLines())).doesNotContain("19900101");
  }

  @Test
  void telephoneNumbersInOddForms() {
    desk.accounts(ACCOUNTS + "A1,P1,,Sample,1,2026-11-01\nA2,P2,,Sample,1,2026-11-01\n");
    ImportReport report =
        desk.contacts(
            CONTACTS
                + "A1,mobile,'+86 100-0000-0017,self\n"
                + "A1,mobile,\u202D+8610000000018\u202C,self\n"
                + "A1,mobile,＋８６（１００）０００００１９,self\n"
                + "A1,mobile,0086.100.0000.0020,self\n"
                + "A1,mobile,8.61E+12,self\n"
                + "A1,mobile,+86 100 0000 0021 or 22,self\n"
                + "A1,mobile,１２３,self\n");
    assertThat(desk.points(desk.account("A1").person()))
        .extracting(point -> point.value().reveal())
        .containsExactlyInAnyOrder(
            "+8610000000017", "+8610000000018", "+861000000019", "+8610000000020");
    assertThat(report.reasons()).containsOnly(Map.entry(Reason.NOT_A_PHONE, 3L));
    assertThat(String.join("", desk.rejectedLines())).doesNotContain("100 0000");
  }

  @Test
  void oneNumberOfTwoPeopleIsKeptForBoth() {
    desk.accounts(ACCOUNTS + "A1,P1,,Sample,1,2026-11-01\nA2,P2,,Sample,1,2026-11-01\n");
    ImportReport report =
        desk.contacts(
            CONTACTS
                + "A1,mobile,+8610000000017,self\n"
                + "A2,mobile,+8610000000017,spouse\n"
                + "A2,mobile,+86 100 0000 0017,self\n");
    assertThat(report.inserted()).isEqualTo(2);
    assertThat(report.reasons()).containsOnly(Map.entry(Reason.DUPLICATE, 1L));
    assertThat(desk.points(desk.account("A1").person())).hasSize(1);
    assertThat(desk.points(desk.account("A2").person()))
        .singleElement()
        .extracting(ContactPoint::relation)
        .hasToString("SELF");
  }
}
