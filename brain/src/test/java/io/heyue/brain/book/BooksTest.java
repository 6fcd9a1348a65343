package io.heyue.brain.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heyue.core.base.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BooksTest {
  @TempDir private Path folder;

  @Test
  void everyFileOfTheRealFolderIsReadAndHashed() {
    Books books = Books.read(RealData.folder());

    assertThat(books.law().rules()).hasSizeGreaterThan(30);
    assertThat(books.flows()).containsKey("arrears");
    assertThat(books.phrases().phrases()).containsOnlyKeys(Lang.values());
    assertThat(books.mandates()).containsOnlyKeys(Lang.values());
    assertThat(books.hashes())
        .containsKeys("data/law/cn/cn-gbt-01.yaml", "data/mandate/default.yaml");
    assertThat(books.law().version()).hasSize(64);
  }

  @Test
  void aChangedFileChangesTheVersionOfItsBookAndOfNoOther() throws IOException {
    Path copy = copy();
    Books before = Books.read(copy);

    Path rule = copy.resolve("law/cn/cn-gbt-01.yaml");
    Files.writeString(rule, Files.readString(rule) + "# a remark\n");
    Books after = Books.read(copy);

    assertThat(after.law().version()).isNotEqualTo(before.law().version());
    assertThat(after.phrases().version()).isEqualTo(before.phrases().version());
    assertThat(after.flows().toString()).isEqualTo(before.flows().toString());
  }

  @Test
  void faultsOfAllFilesAreNamedTogether() throws IOException {
    Path copy = copy();
    breakLine(copy.resolve("law/cn/cn-gbt-01.yaml"), "kind: hard", "kind: hardd");
    breakLine(copy.resolve("flows/arrears.yaml"), "id: arrears", "idd: arrears");
    breakLine(copy.resolve("mandate/default.yaml"), "currency: CNY", "currency: XXY");

    BookFault fault = catchThrowableOfType(BookFault.class, () -> Books.read(copy));

    assertThat(fault.flaws())
        .extracting(Flaw::file)
        .contains(
            "data/law/cn/cn-gbt-01.yaml", "data/flows/arrears.yaml", "data/mandate/default.yaml");
    assertThat(fault)
        .hasMessageContaining("data/law/cn/cn-gbt-01.yaml:9: There is no kind 'hardd'");
  }

  @Test
  void aPhraseThatAFlowNeedsIsMissedWhereTheFlowNamesIt() throws IOException {
    Path copy = copy();
    try (Stream<Path> files = Files.list(copy.resolve("phrases/en"))) {
      for (Path file : files.toList()) {
        Files.writeString(file, Files.readString(file).replaceAll("(?m)^clarify:", "clarrify:"));
      }
    }

    BookFault fault = catchThrowableOfType(BookFault.class, () -> Books.read(copy));

    assertThat(fault.flaws())
        .anyMatch(flaw ->
            flaw.toString()
                .matches(
                    "data/flows/arrears.yaml:\\d+: Phrase 'clarify' is missing in"
                        + " data/phrases/en. Maybe 'clarrify'."));
  }

  @Test
  void anEmptyFolderIsNamed() {
    assertThatThrownBy(() -> Books.read(folder.resolve("nothing")))
        .isInstanceOf(BookFault.class)
        .hasMessageContaining("nothing/law:1: There is no .yaml file here. Maybe")
        .hasMessageContaining("nothing/flows:1:")
        .hasMessageContaining("nothing/phrases:1:")
        .hasMessageContaining("nothing/mandate:1:");
  }

  private Path copy() throws IOException {
    Path copy = folder.resolve("data");
    for (String part : List.of("law", "flows", "phrases", "mandate")) {
      try (Stream<Path> files = Files.walk(RealData.folder().resolve(part))) {
        for (Path file : files.toList()) {
          Path to = copy.resolve(RealData.folder().relativize(file).toString());
          Files.createDirectories(to.getParent());
          Files.copy(file, to);
        }
      }
    }
    return copy;
  }

  private static void breakLine(Path file, String right, String wrong) throws IOException {
    Files.writeString(file, Files.readString(file).replace(right, wrong));
  }
}
