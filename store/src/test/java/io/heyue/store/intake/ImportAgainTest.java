package io.heyue.store.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.Licence;
import io.heyue.core.base.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One import after the other: what makes the same file another import, and what is left of each.
 */
class ImportAgainTest {
  private static final String ROWS =
      """
      account,customer number,name,past due,later,due date
      A1,P1,Sample One,100.00,70.00,2026-11-01
      """;
  private static final String BAD = ROWS.replace("100.00", "none");

  /** Reads what is overdue out of the column "later". */
  private static final HeaderMapping OTHER =
      HeaderMapping.parse(
          """
          accounts:
            account_number: [account]
            person_number: [customer number]
            name: [name]
            overdue: [later]
            due_date: [due date]
          """,
          "other.yaml");

  @TempDir private Path folder = Path.of("");
  private Desk desk;
  private Path file = Path.of("");

  @BeforeEach
  void open() throws IOException {
    desk = new Desk(folder);
    file = Files.writeString(folder.resolve("rows.csv"), ROWS);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private ImportReport take(HeaderMapping mapping, ImportOptions options) {
    return desk.take(ImportKind.ACCOUNTS, file, mapping, options);
  }

  private ImportOptions standard() {
    return ImportOptions.standard(desk.rejected());
  }

  @Test
  void theSameFileByAnotherLicenceIsImportedAnew() {
    assertThat(take(HeaderMapping.builtIn(), standard()).seenBefore()).isFalse();
    assertThat(take(HeaderMapping.builtIn(), standard()).seenBefore()).isTrue();
    assertThat(desk.account("A1").account().lender().licence()).isNull();
    ImportReport bank = take(HeaderMapping.builtIn(), standard().of("", Licence.BANK));
    assertThat(bank.seenBefore()).isFalse();
    assertThat(bank.updated()).isEqualTo(1);
    assertThat(desk.account("A1").account().lender().licence()).isEqualTo(Licence.BANK);
    ImportReport again = take(HeaderMapping.builtIn(), standard().of("", Licence.BANK));
    assertThat(again.seenBefore()).isTrue();
    assertThat(again.unchanged()).isEqualTo(1);
  }

  @Test
  void theSameFileByAnotherMappingIsImportedAnew() {
    take(HeaderMapping.builtIn(), standard());
    assertThat(desk.account("A1").account().overdue()).isEqualTo(Money.fen(10_000));
    ImportReport other = take(OTHER, standard());
    assertThat(other.seenBefore()).isFalse();
    assertThat(other.updated()).isEqualTo(1);
    assertThat(desk.account("A1").account().overdue()).isEqualTo(Money.fen(7_000));
    assertThat(take(OTHER, standard()).seenBefore()).isTrue();
  }

  @Test
  void noListOfRejectedRowsTakesThePlaceOfAnother() throws IOException {
    assertThat(desk.accounts(BAD).rejectedFile()).isEqualTo(desk.rejected());
    String first = Files.readString(desk.rejected());
    assertThat(desk.accounts(ROWS).rejected()).isZero();
    ImportReport second = desk.accounts(BAD.replace("2026-11-01", "soon"));
    assertThat(second.rejectedFile()).isEqualTo(folder.resolve("rejected-2.csv"));
    assertThat(desk.accounts(BAD).rejectedFile()).isEqualTo(folder.resolve("rejected-3.csv"));
    assertThat(Files.readString(desk.rejected())).isEqualTo(first);
    assertThat(Files.readString(second.rejectedFile())).contains("overdue");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(second.rejectedFile())))
        .isEqualTo("rw-------");
  }

  @Test
  void anImportThatFailsLeavesNoListAndNoneThatWasThereGoes() throws IOException {
    desk.accounts(BAD);
    String broken = BAD + "A2,P2,x,none,1,2026-11-01\n".repeat(2_000) + "A3,\"P3,";
    assertThatThrownBy(() -> desk.accounts(broken + "x\n".repeat(300_000)))
        .isInstanceOf(ImportFailure.class);
    assertThat(lists()).containsExactly("rejected.csv");
  }

  @Test
  void aListThatCannotBeWrittenIsNamed() throws IOException {
    Path nowhere = folder.resolve("none").resolve("rejected.csv");
    Files.writeString(file, BAD);
    assertThatThrownBy(() -> take(HeaderMapping.builtIn(), ImportOptions.standard(nowhere)))
        .isInstanceOf(ImportFailure.class)
        .hasMessageContaining(nowhere.toString())
        .hasMessageContaining("--rejected");
    assertThat(desk.count("account")).isZero();
  }

  private List<String> lists() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(each -> String.valueOf(each.getFileName()))
          .filter(name -> name.startsWith("rejected"))
          .sorted()
          .toList();
    }
  }
}
