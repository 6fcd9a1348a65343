package io.heyue.brain.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.brain.book.LawBook;
import io.heyue.core.law.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No table decides by what the law protects. */
class TraitsTest {
  private static final Path DATA =
      Path.of(Objects.requireNonNull(System.getProperty("heyue.root")), "data");
  private static final RuleBook LAW = LawBook.read(DATA.resolve("law")).rules();

  @TempDir private Path folder = Path.of("");

  private List<String> flaws(String input) throws IOException {
    String offers = Files.readString(DATA.resolve("strategy").resolve("offers.dmn"));
    assertThat(offers).contains("daysPastDue");
    Path table = folder.resolve("offers.dmn");
    Files.writeString(table, offers.replace("daysPastDue", input));
    return Traits.flaws(List.of(table, folder.resolve("absent.dmn")), LAW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"age", "maritalStatus", "marital status", "Occupation", "gender"})
  void aColumnOfAProtectedTraitIsRefusedWithTheArticle(String trait) throws IOException {
    assertThat(flaws(trait))
        .isNotEmpty()
        .allSatisfy(flaw ->
            assertThat(flaw)
                .contains(
                    "offers.dmn:1: It decides by '" + trait + "'", "CN-PIPL-24-TRAITS", "Maybe"));
  }

  @Test
  void whatTheAccountDidIsNoTrait() throws IOException {
    assertThat(flaws("daysPastDue")).isEmpty();
    Path broken = Files.writeString(folder.resolve("broken.dmn"), "<definitions");
    assertThat(Traits.flaws(List.of(broken), LAW)).isEmpty();
  }
}
