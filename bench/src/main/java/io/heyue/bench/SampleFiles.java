package io.heyue.bench;

import io.heyue.core.base.Rng;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Files of a lender that doesn't exist, with borrowers who don't: one account and number each. */
final class SampleFiles {
  static final String LENDER = "样例消费金融";

  /** A Monday. */
  static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static final String SYLLABLES = "样例甲乙丙丁戊己庚辛壬癸";

  private SampleFiles() {}

  static Path accounts(Path file, int count, long seed) {
    Rng rng = Rng.seeded(seed);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "account_number,lender,lender_place,licence,product,contract_date,principal,balance,"
              + "overdue,due_date,contract_rate,overdue_rate,person_number,identity_number,name,"
              + "language,place,time_zone,pay_day,assigned,credit_reporting,last_demand\n");
      for (int i = 0; i < count; i++) {
        out.write(account(i, rng));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static String account(int i, Rng rng) {
    int principal = 5_000 + rng.nextInt(50_000);
    LocalDate due = TODAY.minusDays(1 + rng.nextInt(60));
    String name =
        ""
            + SYLLABLES.charAt(rng.nextInt(SYLLABLES.length()))
            + SYLLABLES.charAt(rng.nextInt(SYLLABLES.length()))
            + SYLLABLES.charAt(rng.nextInt(SYLLABLES.length()));
    return String.join(
            ",",
            number(i),
            LENDER,
            "CN",
            "consumer_finance",
            "消费贷",
            due.minusYears(1).toString(),
            principal + ".00",
            principal / 2 + ".50",
            300 + rng.nextInt(4_000) + ".25",
            due.toString(),
            "0.18",
            "0.24",
            digits("C", i, 9),
            digits("ZZ", i, 14),
            name,
            "zh",
            "CN",
            "Asia/Shanghai",
            Integer.toString(1 + rng.nextInt(28)),
            "no",
            "no",
            due.toString())
        + "\n";
  }

  static Path contacts(Path file, int count) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("account_number,lender,kind,value,relation,source\n");
      for (int i = 0; i < count; i++) {
        out.write(number(i) + "," + LENDER + ",mobile," + phone(i) + ",self,contract\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** One payment on each account. */
  static Path payments(Path file, int count) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("account_number,lender,amount,paid_at,reference\n");
      for (int i = 0; i < count; i++) {
        out.write(
            number(i)
                + ","
                + LENDER
                + ","
                + (100 + i % 900)
                + ".50,"
                + TODAY
                + " 10:20:30,R"
                + i
                + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static String number(int i) {
    return digits("LN", i, 9);
  }

  /** Of a range that nobody can dial. */
  static String phone(int i) {
    return digits("+86100", i, 8);
  }

  /** Whose number it is. */
  static int borrower(String phone) {
    return Integer.parseInt(phone.substring("+86100".length()));
  }

  /** What borrower {@code i} is known by: the last four of the identity number. */
  static String proof(int i) {
    return digits("", i % 10_000, 4);
  }

  private static String digits(String before, int number, int width) {
    String digits = Integer.toString(number);
    return before + "0".repeat(width - digits.length()) + digits;
  }
}
