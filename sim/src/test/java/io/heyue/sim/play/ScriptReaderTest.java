package io.heyue.sim.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScriptReaderTest {
  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private Script read(String json) throws IOException {
    return ScriptReader.read(Files.writeString(folder.resolve("script.json"), json));
  }

  @Test
  void onlyLinesAreNeeded() throws IOException {
    Script script = read("{\"lines\":[\"喂\"]}");
    assertThat(script.account().overdue()).isEqualTo(Money.fen(328_050));
    assertThat(script.account().dueDate()).isEqualTo(LocalDate.of(2026, 11, 5));
    assertThat(script.lines()).containsExactly("喂");
  }

  @Test
  void factsAreTakenAsWritten() throws IOException {
    Script script =
        read(
            """
            {"account":{"overdue":"1200.00","daysPastDue":40,"creditReporting":true,
             "creditNotice":"2026-10-20","assigned":null},"borrower":{"payDay":15,"zone":null},
             "mandate":{"instalments":3},"now":"2026-11-23T10:00:00+08:00",
             "payments":[{"amount":"200.00","on":"2026-11-20"}],"lines":[]}
            """);
    assertThat(script.account().dueDate()).isEqualTo(LocalDate.of(2026, 10, 14));
    assertThat(script.account().facts().creditReporting()).isTrue();
    assertThat(script.account().facts().assigned()).isNull();
    assertThat(script.borrower().zone()).isNull();
    assertThat(script.borrower().payDay()).contains(15);
    assertThat(script.mandate().instalments()).contains(3);
    assertThat(script.payments()).hasSize(1);
  }

  @Test
  void anUnknownKeyIsNamedAndTheRightOneSuggested() {
    assertThatThrownBy(() -> read("{\"account\":{\"overdu\":\"1\"},\"lines\":[]}"))
        .hasMessage("The account has no key 'overdu'. Maybe 'overdue'.");
    assertThatThrownBy(() -> read("{\"line\":[]}"))
        .hasMessage("The script has no key 'line'. Maybe 'lines'.");
  }

  @Test
  void aWrongValueIsNamed() {
    assertThatThrownBy(() -> read("{\"account\":{\"overdue\":\"1,5\"},\"lines\":[]}"))
        .hasMessageContaining("'overdue'")
        .hasMessageContaining("1,5");
    assertThatThrownBy(() -> read("{\"lines\":")).hasMessageContaining("is not JSON");
    assertThatThrownBy(() -> read("{}")).hasMessageContaining("needs the key 'lines'");
  }
}
