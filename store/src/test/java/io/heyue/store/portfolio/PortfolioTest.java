package io.heyue.store.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Money;
import io.heyue.store.intake.HeaderMapping;
import io.heyue.store.intake.ImportKind;
import io.heyue.store.intake.ImportOptions;
import io.heyue.store.intake.Importer;
import io.heyue.store.postgres.Database;
import io.heyue.store.postgres.SharedServer;
import io.heyue.store.vault.Reencryption;
import io.heyue.store.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final AccountFilter ALL = AccountFilter.all(TODAY);

  private final Database database = SharedServer.freshDatabase();
  @TempDir private Path folder = Path.of("");
  private Vault vault;
  private Portfolio portfolio;

  /** Thirty accounts: account n is n days past due with n yuan. */
  @BeforeEach
  void fill() throws IOException {
    vault = Vault.open(folder, database, InstantSource.system());
    portfolio = new Portfolio(database, vault);
    StringBuilder rows =
        new StringBuilder("account,customer number,name,overdue,due date,product,licence\n");
    for (int n = 1; n <= 30; n++) {
      rows.append(
          "A%d,P%d,Sample %d,%d,%s,%s,%s%n"
              .formatted(
                  n,
                  n / 2,
                  n / 2,
                  n,
                  TODAY.minusDays(n),
                  n % 3 == 0 ? "card" : "loan",
                  n > 20 ? "bank" : "other"));
    }
    Path file = Files.writeString(folder.resolve("accounts.csv"), rows);
    var _ =
        new Importer(database, vault, HeaderMapping.builtIn(), InstantSource.system())
            .run(ImportKind.ACCOUNTS, file, ImportOptions.standard(folder.resolve("rejected.csv")));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void daysPastDueIncludeBothEnds() {
    assertThat(numbers(ALL.daysPastDue(3, 5))).containsExactlyInAnyOrder("A3", "A4", "A5");
    assertThat(portfolio.countAccounts(ALL.daysPastDue(3, 5))).isEqualTo(3);
    assertThat(portfolio.countAccounts(ALL.daysPastDue(0, 0))).isZero();
  }

  @Test
  void filtersAddUp() {
    AccountFilter filter =
        ALL.overdue(Money.fen(1000), Money.fen(3000))
            .products(Set.of("card"))
            .licences(Set.of(Licence.BANK));
    assertThat(numbers(filter)).containsExactlyInAnyOrder("A21", "A24", "A27", "A30");
  }

  @Test
  void pagesHoldEachAccountOnce() {
    List<AccountId> seen = new ArrayList<>();
    Optional<AccountId> after = Optional.empty();
    List<AccountRecord> page = portfolio.accounts(ALL, after, 7);
    while (!page.isEmpty()) {
      page.forEach(account -> seen.add(account.id()));
      after = Optional.of(page.getLast().id());
      page = portfolio.accounts(ALL, after, 7);
    }
    assertThat(seen).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void recordsPrintNobodysName() {
    AccountRecord account = portfolio.findAccount("", "A4").orElseThrow();
    PersonRecord person = portfolio.findPerson(account.person()).orElseThrow();
    assertThat(person.name().reveal()).isEqualTo("Sample 2");
    assertThat(person.toString()).doesNotContain("Sample 2");
    assertThat(portfolio.findAccount(new AccountId(person.id().value()))).isEmpty();
  }

  @Test
  void namesOpenAfterAllWereSealedAnew() {
    vault.rotate();
    assertThat(new Reencryption(database, vault, Fields.all()).run(7)).isEqualTo(32);
    AccountRecord account = portfolio.findAccount("", "A4").orElseThrow();
    assertThat(portfolio.findPerson(account.person()).orElseThrow().name().reveal())
        .isEqualTo("Sample 2");
  }

  private List<String> numbers(AccountFilter filter) {
    return portfolio.accounts(filter, Optional.empty(), 100).stream()
        .map(AccountRecord::number)
        .toList();
  }
}
