package io.heyue.sim.law.house;

import io.heyue.core.base.Purpose;
import io.heyue.sim.law.world.Answer;
import io.heyue.sim.law.world.Asked;
import io.heyue.sim.law.world.Asked.Past;
import io.heyue.sim.law.world.Happening.Outside;
import io.heyue.sim.law.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for {@code store.budget.ContactBudget} where a database would be too slow for millions
 * of contacts. The same rules: a permit counts from the moment it is reserved, whatever becomes of
 * it; the history of 31 days is that of the person and of the number; answers don't count; a permit
 * is used once and before its end; who was reached stays reached. What it does not stand in for are
 * locks, transactions and a database that fails: one thread asks, and nothing is lost. A smaller
 * run goes against the real one.
 *
 * <p>Not thread-safe.
 */
public class MemoryBudget implements Budget {
  private static final Duration REMEMBERED = Duration.ofDays(31);

  private final Judge judge;
  private final Map<Integer, Row> permits = new HashMap<>();
  private final Map<Integer, Answer> answers = new HashMap<>();
  private final Map<Integer, List<Row>> byPerson = new HashMap<>();
  private final Map<String, List<Row>> byNumber = new HashMap<>();

  /** A permit, or a contact that was reported. */
  private static final class Row {
    private final int person;
    private final Past past;
    private final Instant until;
    private @Nullable Boolean effective;
    private boolean used;

    Row(int person, Past past, Instant until) {
      this.person = person;
      this.past = past;
      this.until = until;
      this.effective = past.effective();
    }

    Past past(boolean own) {
      return new Past(
          past.at(), past.channel(), past.number(), effective, own, past.by(), past.to());
    }
  }

  public MemoryBudget(Judge judge) {
    this.judge = judge;
  }

  @Override
  public Answer reserve(Asked asked) {
    Answer before = answers.get(asked.key());
    if (before != null) {
      return before;
    }
    Answer answer = judge.permit(asked.after(past(asked)));
    answers.put(asked.key(), answer);
    answer
        .until()
        .ifPresent(until -> {
          String agency = asked.seat().agency();
          Past past =
              new Past(
                  asked.at(),
                  asked.channel(),
                  asked.point().number(),
                  null,
                  true,
                  agency == null ? "" : agency,
                  asked.who().relation());
          Row row = new Row(asked.person(), past, until);
          permits.put(asked.key(), row);
          if (asked.purpose() != Purpose.REPLY) {
            keep(row);
          }
        });
    return answer;
  }

  private void keep(Row row) {
    byPerson.computeIfAbsent(row.person, _ -> new ArrayList<>()).add(row);
    byNumber.computeIfAbsent(row.past.number(), _ -> new ArrayList<>()).add(row);
  }

  @Override
  public @Nullable List<Past> past(Asked asked) {
    if (asked.past() == null) {
      return null;
    }
    Instant since = asked.at().minus(REMEMBERED);
    return Stream.concat(
            byPerson.getOrDefault(asked.person(), List.of()).stream()
                .filter(row -> row.past.at().isAfter(since))
                .map(row -> row.past(true)),
            byNumber.getOrDefault(asked.point().number(), List.of()).stream()
                .filter(row -> row.person != asked.person() && row.past.at().isAfter(since))
                .map(row -> row.past(false)))
        .toList();
  }

  @Override
  public boolean use(int key, Instant now) {
    Row row = permits.get(key);
    if (row == null || row.used || !row.until.isAfter(now)) {
      return false;
    }
    row.used = true;
    return true;
  }

  @Override
  public void settle(int key, @Nullable Boolean effective, Instant now) {
    Row row = permits.get(key);
    if (row != null && !Boolean.TRUE.equals(row.effective)) {
      row.effective = effective;
    }
  }

  @Override
  public void report(Outside outside, World.Point point) {
    Past past =
        new Past(
            outside.when(),
            outside.channel(),
            point.number(),
            outside.effective(),
            true,
            outside.agency(),
            point.relation());
    keep(new Row(outside.person(), past, outside.when()));
  }
}
