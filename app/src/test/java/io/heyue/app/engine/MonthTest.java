package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.Channel;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.postgres.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sixteen workers in two processes write to the same few people for several campaigns at once. The
 * caps are counted here anew, from what was permitted, by other code than the law's. With {@code
 * -Dheyue.long=true} it lasts a month, else nine days.
 */
class MonthTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final int CAMPAIGNS = 4;
  private static final int BORROWERS = 25;

  @TempDir private Path folder = Path.of("");

  @Test
  void noCapIsEverExceededByOne() throws Exception {
    int days = Boolean.getBoolean("heyue.long") ? 31 : 9;
    try (Lender lender = new Lender(folder, Database.embedded(folder), 7, new Street())) {
      lender.borrowers(BORROWERS);
      for (int i = 0; i < CAMPAIGNS; i++) {
        CampaignId id =
            lender
                .engine
                .campaigns()
                .create(
                    "campaign " + i,
                    Filter.everyone(),
                    new Approach(List.of(Channel.SMS), "arrears", 60, 1));
        lender.engine.campaigns().start(id);
      }
      Path handed = folder.resolve("handed");
      try (Worker.Other one = Worker.start(folder, 1, handed);
          Worker.Other two = Worker.start(folder, 2, handed)) {
        for (int day = 0; day < days; day++) {
          for (int hour : List.of(0, 4)) {
            Instant now = Lender.MONDAY.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
            one.tell(now);
            two.tell(now);
            assertThat(one.awaits("done") && two.awaits("done")).isTrue();
          }
        }
      }
      Map<String, NavigableMap<LocalDate, Integer>> contacts = contacts(lender.database);
      assertThat(contacts).hasSize(BORROWERS);
      contacts.values().forEach(MonthTest::judge);
      long most = contacts.values().stream().mapToLong(byDay -> inWeek(byDay)).max().orElse(0);
      assertThat(most).as("a cap that nobody reaches proves nothing").isEqualTo(3);
      assertThat(lender.engine.why().verify().faults()).isEmpty();
    }
  }

  private static void judge(NavigableMap<LocalDate, Integer> byDay) {
    assertThat(byDay.values()).as("contacts of a person and day").allMatch(count -> count <= 1);
    assertThat(inWeek(byDay)).as("contacts of a person in seven days").isLessThanOrEqualTo(3);
  }

  private static long inWeek(NavigableMap<LocalDate, Integer> byDay) {
    return byDay.keySet().stream()
        .mapToLong(
            day -> byDay.subMap(day, day.plusDays(7)).values().stream().mapToLong(n -> n).sum())
        .max()
        .orElse(0);
  }

  private static Map<String, NavigableMap<LocalDate, Integer>> contacts(Database database) {
    record Contact(String person, LocalDate day) {}
    List<Contact> all =
        database
            .transactor()
            .get(sql ->
                sql.list(
                    "select person_id, granted_at from contact_permit",
                    row ->
                        new Contact(
                            row.uuid("person_id").toString(),
                            LocalDate.ofInstant(row.instant("granted_at"), SHANGHAI))));
    Map<String, NavigableMap<LocalDate, Integer>> byPerson = new HashMap<>();
    for (Contact contact : new ArrayList<>(all)) {
      byPerson
          .computeIfAbsent(contact.person(), _ -> new TreeMap<>())
          .merge(contact.day(), 1, Integer::sum);
    }
    return byPerson;
  }
}
