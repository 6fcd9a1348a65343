package io.heyue.sim.kill;

import io.heyue.app.house.House;
import io.heyue.store.intake.HeaderMapping;
import io.heyue.store.intake.ImportKind;
import io.heyue.store.intake.ImportOptions;
import io.heyue.store.intake.ImportReport;
import io.heyue.store.intake.Importer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** Invented borrowers who may all be called: each with a number of their own that nobody has. */
final class Portfolio {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int DAYS_PAST_DUE = 18;
  private static final String LENDER = "样例消费金融";

  private Portfolio() {}

  /** Brings them in as an operator would. */
  static void bringIn(House house, int count) throws IOException {
    LocalDate due = LocalDate.ofInstant(house.clock().instant(), ZONE).minusDays(DAYS_PAST_DUE);
    StringBuilder accounts =
        new StringBuilder(
            "account_number,lender,lender_place,licence,product,contract_date,principal,balance,"
                + "overdue,due_date,contract_rate,overdue_rate,person_number,name,place,time_zone,"
                + "assigned,last_demand\n");
    StringBuilder contacts =
        new StringBuilder("account_number,lender,kind,value,relation,source\n");
    for (int at = 0; at < count; at++) {
      accounts.append(
          String.format(
              Locale.ROOT,
              "LN%06d,%s,CN,consumer_finance,消费贷,%s,10000.00,8000.00,3280.50,%s,0.18,0.24,"
                  + "P%06d,样例甲,CN,Asia/Shanghai,no,%s\n",
              at,
              LENDER,
              due.minusMonths(5),
              due,
              at,
              due));
      contacts.append(
          String.format(
              Locale.ROOT, "LN%06d,%s,mobile,+86100%08d,self,contract\n", at, LENDER, at));
    }
    bring(house, ImportKind.ACCOUNTS, accounts);
    bring(house, ImportKind.CONTACTS, contacts);
  }

  private static void bring(House house, ImportKind kind, StringBuilder csv) throws IOException {
    Path folder = house.installation().folder();
    String name = kind.name().toLowerCase(Locale.ROOT);
    Path file = Files.writeString(folder.resolve(name + ".csv"), csv);
    Importer importer =
        new Importer(
            house.store().database(),
            house.store().vault(),
            house.ledger(),
            HeaderMapping.builtIn(),
            house.clock());
    ImportReport report =
        importer.run(kind, file, ImportOptions.standard(folder.resolve(name + "-rejected.csv")));
    if (report.rejected() > 0) {
      throw new IllegalStateException("Rows of " + name + " were rejected: " + report.reasons());
    }
  }
}
