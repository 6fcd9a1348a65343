package io.heyue.sim.kill;

import io.heyue.app.house.House;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.budget.Counter;
import io.heyue.core.budget.PermitState;
import io.heyue.core.portfolio.Case;
import io.heyue.store.cases.Cases;
import io.heyue.store.ledger.LedgerReport;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.ContactPoints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The books of the system after it was killed, held against what people saw. */
final class Books {
  private static final int MOST_CASES = 100_000;

  private final House house;
  private final List<PeerCall> seen;
  private final List<Killing> killings;
  private final List<String> faults = new ArrayList<>();

  private Books(House house, List<PeerCall> seen, List<Killing> killings) {
    this.house = house;
    this.seen = seen;
    this.killings = killings;
  }

  /**
   * Those of a system in which nothing is left to do.
   *
   * @param seen all calls that came to people
   */
  static Books of(House house, List<PeerCall> seen, List<Killing> killings) {
    return new Books(house, seen, killings);
  }

  /** A letter of the channel call, and its permit. */
  record Dialled(
      PhoneNumber number,
      Optional<ConversationId> conversation,
      String state,
      PermitState permit,
      boolean used) {}

  Findings findings() throws IOException {
    List<Dialled> letters = house.store().database().transactor().get(this::letters);
    Map<PhoneNumber, List<Dialled>> byNumber =
        letters.stream().collect(Collectors.groupingBy(Dialled::number));
    Map<PhoneNumber, Long> invited =
        seen.stream().collect(Collectors.groupingBy(PeerCall::number, Collectors.counting()));
    invited.values().forEach(times -> demand(times == 1, "Somebody was dialled " + times + "×."));
    invited.forEach((number, times) -> counted(byNumber.getOrDefault(number, List.of()), times));
    Map<String, Integer> states = new TreeMap<>();
    letters.forEach(letter -> states.merge(letter.state(), 1, Integer::sum));
    demand(!states.containsKey("sending"), "A letter is being sent for ever: " + states);
    demand(!states.containsKey("queued"), "A letter waits for ever: " + states);
    for (Killing killing : killings) {
      demand(killing.noticed(), "Somebody's call stands though nobody is there.");
      demand(!killing.overheard(), "Somebody who was cut off heard another call.");
    }
    house.store().database().transactor().run(this::sums);
    Shelves shelves = new Shelves(house, this::demand);
    Findings.Recordings recordings = shelves.cut(killings, byNumber);
    LedgerReport ledger = house.engine().why().verify();
    demand(ledger.sound(), "The ledger is not sound: " + ledger.faults());
    return new Findings(
        faults,
        killings.stream()
            .map(killing ->
                new Findings.Kill(
                    killing.database(),
                    killing.live().size(),
                    killing.ringing(),
                    killing.untilAllEnded()))
            .toList(),
        seen.size(),
        invited.size(),
        states,
        recordings,
        ledger.entries());
  }

  private void demand(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }

  /** Whoever was dialled has a letter for each time, and its permit is used up and counts. */
  private void counted(List<Dialled> letters, long times) {
    List<Dialled> used = letters.stream().filter(Dialled::used).toList();
    demand(
        used.size() >= times,
        "Somebody was dialled %d× with %d permits.".formatted(times, used.size()));
    demand(
        used.stream().allMatch(letter -> letter.permit().counts(Counter.ATTEMPTS)),
        "A call that was dialled doesn't count: " + used.stream().map(Dialled::permit).toList());
    demand(
        used.stream()
            .allMatch(letter ->
                List.of("sent", "unknown", "delivered", "failed").contains(letter.state())),
        "A call was dialled, and its letter is "
            + used.stream().map(Dialled::state).toList()
            + ".");
  }

  private List<Dialled> letters(Sql sql) {
    record Row(
        UUID point, Optional<UUID> conversation, String state, String permit, boolean used) {}
    ContactPoints points = new ContactPoints(house.store().vault());
    List<Row> rows =
        sql.list(
            """
            select l.point_id, l.conversation_id, l.state, p.state as permit, p.used_at
            from letter l join contact_permit p on p.id = l.permit_id where l.channel = 'call'
            """,
            row ->
                new Row(
                    row.uuid("point_id"),
                    row.findUuid("conversation_id"),
                    row.text("state"),
                    row.text("permit"),
                    row.findInstant("used_at").isPresent()));
    return rows.stream()
        .map(row ->
            new Dialled(
                (PhoneNumber)
                    points.find(sql, new ContactPointId(row.point())).orElseThrow().value(),
                row.conversation().map(ConversationId::new),
                row.state(),
                PermitState.find(row.permit()).orElseThrow(),
                row.used()))
        .toList();
  }

  private void sums(Sql sql) {
    long permits = count(sql, "select count(*) as n from contact_permit where purpose='outreach'");
    long letters = count(sql, "select count(*) as n from letter where channel = 'call'");
    long reserved =
        count(sql, "select count(*) as n from case_event where type = 'ContactReserved'");
    demand(
        permits == letters && letters == reserved,
        "%d permits, %d letters, %d events that one was reserved."
            .formatted(permits, letters, reserved));
    long open =
        count(
            sql,
            "select count(*) as n from conversation where channel = 'call'"
                + " and begun_at is not null and ended_at is null");
    demand(open == 0, open + " conversations have begun and never end.");
    Cases cases = new Cases();
    for (Case matter : cases.page(sql, Optional.<CaseId>empty(), MOST_CASES)) {
      demand(
          cases.rebuild(sql, matter.id()).equals(matter),
          "A case is not what its events make it: " + matter.id());
    }
  }

  private static long count(Sql sql, String query) {
    return sql.get(query, row -> row.number("n"));
  }
}
