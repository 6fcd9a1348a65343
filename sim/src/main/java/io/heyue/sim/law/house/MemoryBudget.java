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
 * of contacts. The same rules: a permit counts from the moment it is reserved; one that nobody used
 * in time stays an attempt that reached nobody; one that is given back counts for nothing; a permit
 * is used once and before its end; who was reached stays reached; the history of 31 days is that of
 * the person and of the number; answers don't count; a repeated question gets the same answer. What
 * it does not stand in for are locks, transactions and a database that fails: one thread asks, and
 * nothing is lost. A smaller run goes against the real one.
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

  private enum State {
    RESERVED,
    USED,
    EXPIRED,
    RELEASED,
    REACHED,
    MISSED;

    private @Nullable Boolean effective() {
      return switch (this) {
        case RESERVED, USED -> null;
        case REACHED -> true;
        case EXPIRED, RELEASED, MISSED -> false;
      };
    }
  }

  /** A permit, or a contact that was reported. */
  private static final class Row {
    private final int person;
    private final Past past;
    private final Instant until;
    private State state;

    Row(int person, Past past, Instant until, State state) {
      this.person = person;
      this.past = past;
      this.until = until;
      this.state = state;
    }

    Past past(boolean own) {
      return new Past(
          past.at(),
          past.channel(),
          past.number(),
          state.effective(),
          own,
          past.by(),
          past.to(),
          state != State.EXPIRED);
    }
  }

  public MemoryBudget(Judge judge) {
    this.judge = judge;
  }

  @Override
  public Judged reserve(Asked view) {
    Asked asked = view.after(past(view));
    Answer before = answers.get(asked.key());
    if (before != null) {
      return new Judged(asked, before);
    }
    Answer answer = judge.permit(asked);
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
                  asked.who().relation(),
                  true);
          Row row = new Row(asked.person(), past, until, State.RESERVED);
          permits.put(asked.key(), row);
          if (asked.purpose() != Purpose.REPLY) {
            keep(row);
          }
        });
    return new Judged(asked, answer);
  }

  private void keep(Row row) {
    byPerson.computeIfAbsent(row.person, _ -> new ArrayList<>()).add(row);
    byNumber.computeIfAbsent(row.past.number(), _ -> new ArrayList<>()).add(row);
  }

  @Override
  public @Nullable List<Past> past(Asked asked) {
    List<Row> own = byPerson.getOrDefault(asked.person(), List.of());
    List<Row> at = byNumber.getOrDefault(asked.point().number(), List.of());
    own.forEach(row -> expire(row, asked.at()));
    at.forEach(row -> expire(row, asked.at()));
    if (asked.past() == null) {
      return null;
    }
    Instant since = asked.at().minus(REMEMBERED);
    return Stream.concat(
            own.stream().filter(row -> counts(row, since)).map(row -> row.past(true)),
            at.stream()
                .filter(row -> row.person != asked.person() && counts(row, since))
                .map(row -> row.past(false)))
        .toList();
  }

  private static void expire(Row row, Instant now) {
    if (row.state == State.RESERVED && !row.until.isAfter(now)) {
      row.state = State.EXPIRED;
    }
  }

  private static boolean counts(Row row, Instant since) {
    return row.state != State.RELEASED && row.past.at().isAfter(since);
  }

  @Override
  public boolean use(int key, Instant now) {
    Row row = permits.get(key);
    if (row == null || row.state != State.RESERVED || !row.until.isAfter(now)) {
      return false;
    }
    row.state = State.USED;
    return true;
  }

  @Override
  public void release(int key, Instant now) {
    Row row = permits.get(key);
    if (row != null && row.state == State.RESERVED) {
      row.state = State.RELEASED;
    }
  }

  @Override
  public void settle(int key, @Nullable Boolean effective, Instant now) {
    Row row = permits.get(key);
    if (row == null || effective == null) {
      return;
    }
    if (row.state == State.USED || (effective && row.state == State.MISSED)) {
      row.state = effective ? State.REACHED : State.MISSED;
    }
  }

  @Override
  public void report(Outside outside, World.Point point) {
    Boolean effective = outside.effective();
    Past past =
        new Past(
            outside.when(),
            outside.channel(),
            point.number(),
            effective,
            true,
            outside.agency(),
            point.relation(),
            true);
    State state = effective == null ? State.USED : effective ? State.REACHED : State.MISSED;
    keep(new Row(outside.person(), past, outside.when(), state));
  }
}
