package io.heyue.store.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.Lang;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFileTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String HEADER = "account,customer number,name,overdue,due date\n";

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
  void emptyFiles() {
    refused(new byte[0], "empty");
    refused("\n\n  \n".getBytes(StandardCharsets.UTF_8), "Maybe");
    refused(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, "no header");
  }

  @Test
  void otherKindsOfFiles() {
    refused(new byte[] {'P', 'K', 3, 4, 0, 0}, "Maybe save it as 'CSV UTF-8'");
    refused(HEADER.getBytes(StandardCharsets.UTF_16), "UTF-16");
    refused(HEADER.getBytes(StandardCharsets.UTF_16LE), "UTF-16");
    refused(HEADER.getBytes(StandardCharsets.UTF_16BE), "UTF-16");
  }

  @Test
  void missingColumnsAreNamedAndAFileWithoutHeaderGivesNothingAway() {
    refused("account,name\n1,x\n".getBytes(StandardCharsets.UTF_8), "due_date");
    assertThatThrownBy(() -> desk.accounts("X-1,Sample Secret,+8610000000017,100,2026-11-01\n"))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining("Maybe the first row is no header")
        .hasMessageNotContaining("Secret")
        .hasMessageNotContaining("10000000017");
  }

  @Test
  void theSameColumnTwice() {
    refused(
        "账号,account,客户号,name,overdue,due date\n".getBytes(StandardCharsets.UTF_8),
        "Two headers mean 'account_number'");
  }

  @Test
  void chineseAndEnglishHeadersMayBeMixed() {
    assertThat(desk.accounts("账号,客户号,name,逾期金额,Due_Date\nA,P,Sample,1,2026-11-01\n").inserted())
        .isEqualTo(1);
  }

  @Test
  void aMisspeltHeaderIsGuessedWithoutRepeatingIt() {
    assertThatThrownBy(
            () -> desk.accounts("account,customer number,name,ovredue amount,due dte\n1,2,x,3,4\n"))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining("column 4 is overdue")
        .hasMessageContaining("column 5 is due_date")
        .hasMessageNotContaining("ovredue");
    ImportReport report =
        desk.accounts(HEADER.replace("\n", ",pay dya,备注\n") + "A,P,Sample,1,2026-11-01,3,x\n");
    assertThat(report.ignoredHeaders()).containsExactly("pay dya", "备注", "6 = pay_day?");
  }

  @Test
  void aHeaderAloneIsAnImportOfNothing() {
    assertThat(desk.accounts(HEADER).rows()).isZero();
    assertThat(desk.accounts(HEADER.strip()).rows()).isZero();
  }

  /** A gigabyte that takes no room on the disk. */
  @Test
  void aLineWithoutEndIsRefusedInConstantMemory() throws IOException {
    Path file = folder.resolve("long.csv");
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(HEADER.getBytes(StandardCharsets.UTF_8));
      out.setLength(1L << 30);
    }
    assertThatThrownBy(() -> desk.take(ImportKind.ACCOUNTS, file))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining("After line 1 ")
        .hasMessageContaining("Maybe");
    assertThat(desk.count("account")).isZero();
  }

  @Test
  void everyRowBad() throws IOException {
    String bad = "A1,P1,Sample,one,2026-11-01\n";
    ImportReport report = desk.accounts(HEADER + bad.repeat(30_000));
    assertThat(report.inserted()).isZero();
    assertThat(report.reasons()).containsOnly(Map.entry(Reason.NOT_A_SUM, 30_000L));
    try (Stream<String> lines = Files.lines(desk.rejected())) {
      assertThat(lines.count()).isEqualTo(30_001);
    }
    assertThat(desk.rejectedLines().get(30_000)).startsWith("30001,overdue,***,");
  }

  @Test
  void aQuoteThatIsNeverClosed() {
    String rows = "A2,P2,Sample,1,2026-11-01\n".repeat(20_000);
    refused(
        (HEADER + "A1,\"P1,Sample,1,2026-11-01\n" + rows).getBytes(StandardCharsets.UTF_8),
        "quote is never closed");
    assertThat(desk.count("account")).isZero();
  }

  @Test
  void aRowInAnotherEncodingIsSetAside() throws IOException {
    ByteArrayOutputStream mostlyUtf8 = new ByteArrayOutputStream();
    mostlyUtf8.write(
        (HEADER + "A1,P1,样例甲,1,2026-11-01\nA2,P2,样例乙,1,2026-11-01\n")
            .getBytes(StandardCharsets.UTF_8));
    mostlyUtf8.write("A3,P3,样例丙,1,2026-11-01\n".getBytes(GB18030));
    ImportReport report = desk.take(ImportKind.ACCOUNTS, mostlyUtf8.toByteArray());
    assertThat(report.encoding()).isEqualTo("UTF-8");
    assertThat(report.inserted()).isEqualTo(2);
    assertThat(report.reasons()).containsEntry(Reason.WRONG_ENCODING, 1L);

    ByteArrayOutputStream mostlyGb = new ByteArrayOutputStream();
    mostlyGb.write((HEADER + "B1,P4,样例甲,1,2026-11-01\nB2,P5,联通,1,2026-11-01\n").getBytes(GB18030));
    mostlyGb.write("B3,P6,样例丙,1,2026-11-01\n".getBytes(StandardCharsets.UTF_8));
    mostlyGb.write("B4,P7,样例丁,1,2026-11-01\n".getBytes(GB18030));
    report = desk.take(ImportKind.ACCOUNTS, mostlyGb.toByteArray());
    assertThat(report.encoding()).isEqualTo("GB18030");
    assertThat(report.inserted()).isEqualTo(3);
    assertThat(report.reasons()).containsEntry(Reason.WRONG_ENCODING, 1L);
  }

  @Test
  void aCharacterCutOffOrDeclaredOtherwiseIsSetAside() throws IOException {
    ByteArrayOutputStream cutOff = new ByteArrayOutputStream();
    cutOff.write((HEADER + "A1,P1,样例甲,1,2026-11-01\nA2,P2,样").getBytes(StandardCharsets.UTF_8));
    byte[] whole = cutOff.toByteArray();
    ImportReport report = desk.take(ImportKind.ACCOUNTS, Arrays.copyOf(whole, whole.length - 1));
    assertThat(report.inserted()).isEqualTo(1);
    assertThat(report.rejected()).isEqualTo(1);

    ByteArrayOutputStream declared = new ByteArrayOutputStream();
    declared.write(("\uFEFF" + HEADER).getBytes(StandardCharsets.UTF_8));
    declared.write("B1,P3,样例丙,1,2026-11-01\n".getBytes(GB18030));
    assertThat(desk.take(ImportKind.ACCOUNTS, declared.toByteArray()).reasons())
        .containsOnly(Map.entry(Reason.WRONG_ENCODING, 1L));
  }

  @Test
  void lineEndsMayBeMixedAndAMarkMayStandInTheMiddle() {
    ImportReport report =
        desk.accounts(
            HEADER.strip()
                + "\r\nA1,P1,Sample,1,2026-11-01\rA2,P2,Sample,1,2026-11-01\n"
                + "\uFEFFA3,P3,Sample,1,2026-11-01\r\n\r\n");
    assertThat(report.inserted()).isEqualTo(3);
    assertThat(desk.account("A3").account().overdue().minor()).isEqualTo(100);
  }

  @Test
  void controlCharactersAndImpossibleDates() {
    ImportReport report =
        desk.accounts(
            HEADER
                + "A1,P1,Sam\u0000ple,1,2026-11-01\n"
                + "A2,P2,Sample,1,2026-13-01\n"
                + "A3,P3,Sample,1,2026-11-31\n"
                + "A4,P4,Sample,1,31/11/2026\n"
                + "A5,P5,Sample,1,0001-01-01\n"
                + "A6,P6,Sample,99999999999999999,2026-11-01\n"
                + "A7,P7,Sample,1e9,2026-11-01\n"
                + "A9,P9,Sample,1,2026-02-30\n"
                + "A10,P10,Sample,1,0000-00-00\n"
                + "A11,P11,Sample,-1,2026-11-01\n"
                + "A12,P12,Sample,\"1,00\",2026-11-01\n"
                + "A8,P8,"
                + "很长".repeat(100)
                + ",1,2026-11-01\n");
    assertThat(report.inserted()).isZero();
    assertThat(report.reasons())
        .containsEntry(Reason.BAD_CHARACTER, 1L)
        .containsEntry(Reason.IMPOSSIBLE_DATE, 3L)
        .containsEntry(Reason.DATE_OUT_OF_RANGE, 3L)
        .containsEntry(Reason.SUM_TOO_LARGE, 1L)
        .containsEntry(Reason.NEGATIVE_SUM, 1L)
        .containsEntry(Reason.NOT_A_SUM, 2L)
        .containsEntry(Reason.TOO_LONG, 1L);
  }

  @Test
  void displacedColumnsDoNotGivePersonalValuesAway() {
    desk.accounts(HEADER + "A1,P1,+8610000000017,样例甲某某,Sample Street 12\n");
    assertThat(String.join("\n", desk.rejectedLines()))
        .doesNotContain("10000000017")
        .doesNotContain("样例甲")
        .doesNotContain("Street");
  }

  @Test
  void aFailedImportLeavesNothingAndSpeaksTheOperatorsLanguage() {
    String good = HEADER + "A1,P1,Sample,1,2026-11-01\n";
    assertThatThrownBy(() -> desk.speaking(Lang.ZH).accounts(good + "x".repeat(400_000)))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining("第 2 行之后")
        .hasMessageContaining("可能");
    assertThat(desk.count("account")).isZero();
    assertThat(desk.count("person")).isZero();
    assertThat(desk.count("import_run")).isZero();
  }

  private void refused(byte[] file, String message) {
    assertThatThrownBy(() -> desk.take(ImportKind.ACCOUNTS, file))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining(message);
  }
}
