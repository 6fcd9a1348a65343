package io.heyue.store.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.portfolio.Account.AsOf;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The moment up to which payments are in the books, as a file says it or leaves it out. */
class BooksMomentTest {
  private static final String PLAIN =
      """
      account number,customer number,name,overdue amount,due date
      A1,P1,Sample One,100.00,2026-11-01
      """;

  /** Imported on Monday the 23rd, at 10:00 in Shanghai. */
  private static final AsOf SUNDAY = new AsOf(Instant.parse("2026-11-22T15:59:59.999999Z"), false);

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

  private static String with(String header, String moment) {
    return PLAIN.replace("due date", "due date," + header).replace("-01\n", "-01," + moment + "\n");
  }

  private Optional<AsOf> moment() {
    return desk.account("A1").account().asOf();
  }

  private static AsOf told(String moment) {
    return new AsOf(Instant.parse(moment), true);
  }

  @Test
  void aMomentOrADayMayBeGivenInEitherLanguage() {
    desk.accounts(with("数据截至", "2026-11-22 18:30"));
    assertThat(moment()).contains(told("2026-11-22T10:30:00Z"));
    desk.accounts(with("as of", "2026-11-22T18:30:00+09:00"));
    assertThat(moment()).contains(told("2026-11-22T09:30:00Z"));
    desk.accounts(with("as_of", "2026年11月21日"));
    assertThat(moment()).contains(told("2026-11-21T15:59:59.999999Z"));
  }

  @Test
  void ofTodayOnlyWhatIsOverCanBeInTheBooks() {
    desk.accounts(with("as_of", "2026-11-23"));
    assertThat(moment()).contains(new AsOf(Desk.NOW, true));
    assertThat(desk.accounts(with("as_of", "2026-11-24")).reasons())
        .containsOnlyKeys(Reason.IN_THE_FUTURE);
    assertThat(desk.accounts(with("as_of", "yesterday")).reasons())
        .containsOnlyKeys(Reason.NOT_A_DATE);
  }

  @Test
  void withoutOneItIsTheEndOfTheDayBefore() {
    desk.accounts(PLAIN);
    assertThat(moment()).contains(SUNDAY);
    desk.accounts(with("as_of", "").replace("100.00", "90.00"));
    assertThat(moment()).contains(SUNDAY);
  }

  @Test
  void aNewMomentAloneChangesTheBooksAndTheSameOneDoesNot() {
    desk.accounts(with("as_of", "2026-11-21"));
    assertThat(desk.accounts(with("as_of", "2026-11-21")).unchanged()).isEqualTo(1);
    assertThat(desk.accounts(with("as_of", "2026-11-22")).updated()).isEqualTo(1);
    assertThat(moment()).contains(told("2026-11-22T15:59:59.999999Z"));
  }

  /** A file without the column that says nothing new is no newer than the one before. */
  @Test
  void theMomentStaysWhereTheFiguresStay() {
    desk.accounts(with("as_of", "2026-11-20"));
    assertThat(desk.accounts(PLAIN).unchanged()).isEqualTo(1);
    assertThat(moment()).contains(told("2026-11-20T15:59:59.999999Z"));
    desk.accounts(PLAIN.replace("Sample One", "Sample Won"));
    assertThat(moment()).contains(told("2026-11-20T15:59:59.999999Z"));
    desk.accounts(PLAIN.replace("100.00", "90.00"));
    assertThat(moment()).contains(SUNDAY);
  }
}
