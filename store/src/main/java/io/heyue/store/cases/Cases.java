package io.heyue.store.cases;

import io.heyue.core.base.AccountId;
import io.heyue.core.base.CaseId;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Rng;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Promise;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.OwnedAccount;
import io.heyue.store.setbacks.Setbacks;
import io.heyue.store.setbacks.Setbacks.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** All cases. Stateless; every call works in the transaction that it is given. */
public final class Cases {
  /** Events to be appended to a case as it was when they were made. */
  public record Change(Case before, List<CaseEvent> events) {
    public Change {
      events = List.copyOf(events);
    }
  }

  /** A case and the digest of its account in the lender's books when last looked. */
  public record Kept(Case matter, String books) {
    /** Whether the lender's books say something else by now. */
    public boolean outdated(Account now) {
      return !books.equals(CaseJson.books(now));
    }
  }

  /** Appends events; gives the case that they make. */
  public Case append(Sql sql, Case before, List<CaseEvent> events) {
    return append(sql, List.of(new Change(before, events))).getFirst();
  }

  /**
   * Appends events to many cases, each at the version that it was read at.
   *
   * @return the cases after them, in the same order
   * @throws VersionConflict if one of them has moved on; the transaction must be given up
   */
  public List<Case> append(Sql sql, List<Change> changes) {
    List<Case> after = new ArrayList<>(changes.size());
    List<Object[]> states = new ArrayList<>();
    List<Object[]> events = new ArrayList<>();
    List<Change> ordered = new ArrayList<>(changes);
    // In the same order everywhere, so that two transactions can't wait for each other.
    ordered.sort(Comparator.comparing(change -> change.before().id().value()));
    for (Change change : ordered) {
      if (!change.events().isEmpty()) {
        states.add(state(change));
        events.addAll(events(change.before(), change.events()));
      }
    }
    if (!states.isEmpty()) {
      update(sql, states);
      insert(sql, events);
    }
    for (Change change : changes) {
      after.add(change.before().after(change.events()));
    }
    return after;
  }

  private static Object[] state(Change change) {
    Case after = change.before().after(change.events());
    Optional<String> books =
        change.events().reversed().stream()
            .filter(CaseEvent.AccountChanged.class::isInstance)
            .map(event -> CaseJson.books(((CaseEvent.AccountChanged) event).account()))
            .findFirst();
    return new Object[] {
      after.version(),
      CaseJson.write(after),
      after.openPromises().stream().map(Promise::due).findFirst(),
      change.events().getLast().at(),
      books.orElse(""),
      after.id().value(),
      change.before().version()
    };
  }

  private static void update(Sql sql, List<Object[]> states) {
    long[] touched =
        sql.touched(
            """
            update case_state set version = ?, body = ?::jsonb, next_due = ?, updated_at = ?,
              books = coalesce(nullif(?, ''), books)
            where case_id = ? and version = ?
            """,
            states);
    for (int i = 0; i < touched.length; i++) {
      if (touched[i] == 0) {
        Object[] state = states.get(i);
        throw new VersionConflict(new CaseId((UUID) state[5]), (long) state[6]);
      }
    }
  }

  private static List<Object[]> events(Case before, List<CaseEvent> events) {
    List<Object[]> rows = new ArrayList<>(events.size());
    long version = before.version();
    for (CaseEvent event : events) {
      version++;
      rows.add(row(before.id(), version, event));
    }
    return rows;
  }

  private static Object[] row(CaseId id, long version, CaseEvent event) {
    return new Object[] {
      id.value(), version, event.at(), event.getClass().getSimpleName(), CaseJson.write(event)
    };
  }

  private static void insert(Sql sql, List<Object[]> rows) {
    var _ =
        sql.batch(
            "insert into case_event (case_id, version, at, type, body) values (?, ?, ?, ?, ?::jsonb)",
            rows);
  }

  /**
   * The cases of accounts; those that have none yet are opened.
   *
   * @param chance what new identities are drawn from
   */
  public Map<AccountId, Case> openFor(
      Sql sql, Collection<OwnedAccount> openings, Instant now, Rng chance) {
    Map<AccountId, OwnedAccount> byId = new LinkedHashMap<>();
    openings.stream()
        .sorted(Comparator.comparing(opening -> opening.account().id().value()))
        .forEach(opening -> byId.put(opening.account().id(), opening));
    List<AccountId> ids = List.copyOf(byId.keySet());
    Map<AccountId, Case> known = byAccount(sql, ids);
    List<Object[]> states = new ArrayList<>();
    for (OwnedAccount opening : byId.values()) {
      if (!known.containsKey(opening.account().id())) {
        states.add(opened(opening, now, chance));
      }
    }
    if (states.isEmpty()) {
      return known;
    }
    // Somebody else may be opening the same ones: what they opened is left alone.
    var _ =
        sql.batch(
            """
            insert into case_state (case_id, version, account_id, person_id, books, body, updated_at)
            values (?, 1, ?, ?, ?, ?::jsonb, ?) on conflict (account_id) do nothing
            """,
            states);
    Map<AccountId, Case> all = byAccount(sql, ids);
    List<Object[]> events = new ArrayList<>();
    for (Object[] state : states) {
      Case matter = present(all, new AccountId((UUID) state[1]));
      if (matter.id().value().equals(state[0])) {
        events.add(
            row(
                matter.id(),
                1,
                new CaseEvent.CaseOpened(now, matter.id(), matter.person(), matter.account())));
      }
    }
    insert(sql, events);
    return all;
  }

  private static Case present(Map<AccountId, Case> all, AccountId id) {
    Case matter = all.get(id);
    if (matter == null) {
      throw new IllegalStateException(
          "Account " + id + " got no case. Maybe it was removed while it was opened.");
    }
    return matter;
  }

  private static Object[] opened(OwnedAccount opening, Instant now, Rng chance) {
    CaseId id = CaseId.draw(chance);
    Account account = opening.account();
    Case matter = Case.opened(new CaseEvent.CaseOpened(now, id, opening.person(), account));
    return new Object[] {
      id.value(),
      account.id().value(),
      opening.person().value(),
      CaseJson.books(account),
      CaseJson.write(matter),
      now
    };
  }

  /** The cases of accounts, as far as they have any. */
  public Map<AccountId, Case> byAccount(Sql sql, List<AccountId> ids) {
    Map<AccountId, Case> cases = new LinkedHashMap<>();
    if (ids.isEmpty()) {
      return cases;
    }
    sql.each(
        "select body::text as body from case_state where account_id = any(?)",
        row -> {
          Case matter = matter(row);
          cases.put(matter.account().id(), matter);
        },
        ids.stream().map(AccountId::value).toList());
    return cases;
  }

  /** Cases by their ids, as far as there are any. */
  public Map<CaseId, Case> list(Sql sql, Collection<CaseId> ids) {
    Map<CaseId, Case> cases = new LinkedHashMap<>();
    if (!ids.isEmpty()) {
      sql.each(
          "select body::text as body from case_state where case_id = any(?)",
          row -> {
            Case matter = matter(row);
            cases.put(matter.id(), matter);
          },
          ids.stream().map(CaseId::value).toList());
    }
    return cases;
  }

  public Optional<Case> find(Sql sql, CaseId id) {
    return sql.find(
        "select body::text as body from case_state where case_id = ?", Cases::matter, id.value());
  }

  /**
   * A case.
   *
   * @throws NoSuchElementException if there is none
   */
  public Case get(Sql sql, CaseId id) {
    return find(sql, id)
        .orElseThrow(() -> new NoSuchElementException("There is no case " + id + "."));
  }

  /** Cases with the digests of their accounts. */
  public Map<CaseId, Kept> kept(Sql sql, Collection<CaseId> ids) {
    Map<CaseId, Kept> kept = new LinkedHashMap<>();
    if (ids.isEmpty()) {
      return kept;
    }
    sql.each(
        "select body::text as body, books from case_state where case_id = any(?)",
        row -> {
          Case matter = matter(row);
          kept.put(matter.id(), new Kept(matter, row.text("books")));
        },
        ids.stream().map(CaseId::value).toList());
    return kept;
  }

  public Optional<Case> findByAccount(Sql sql, AccountId account) {
    return sql.find(
        "select body::text as body from case_state where account_id = ?",
        Cases::matter,
        account.value());
  }

  /** A person's cases, the longest overdue first. */
  public List<Case> byPerson(Sql sql, PersonId person) {
    return sql
        .list(
            "select body::text as body from case_state where person_id = ?",
            Cases::matter,
            person.value())
        .stream()
        .sorted(Comparator.comparing(matter -> matter.account().dueDate()))
        .toList();
  }

  /** All cases of {@code people}, of which {@code known} were read already. */
  public Map<PersonId, List<Case>> byPerson(
      Sql sql, Collection<PersonId> people, Collection<Case> known) {
    Map<PersonId, List<Case>> cases = new LinkedHashMap<>();
    if (people.isEmpty()) {
      return cases;
    }
    List<Case> all = new ArrayList<>(known);
    sql.each(
        """
        select body::text as body from case_state
        where person_id = any(?) and case_id <> all(?::uuid[]) order by case_id
        """,
        row -> all.add(matter(row)),
        people.stream().map(PersonId::value).toList(),
        known.stream().map(matter -> matter.id().value()).toList());
    all.forEach(
        matter -> cases.computeIfAbsent(matter.person(), _ -> new ArrayList<>()).add(matter));
    return cases;
  }

  /** Cases with an open promise whose day is before {@code day}, those after {@code after}. */
  public List<CaseId> due(Sql sql, LocalDate day, Optional<CaseId> after, Instant now, int limit) {
    return sql.list(
        "select case_id from case_state where next_due < ? and case_id > ? and "
            + Setbacks.free(Kind.PROMISE, "case_id::text")
            + " order by case_id limit ?",
        row -> new CaseId(row.uuid("case_id")),
        day,
        after.map(CaseId::value).orElse(new UUID(0, 0)),
        now,
        limit);
  }

  /** A page of all cases in the order of their ids, those after {@code after}. */
  public List<Case> page(Sql sql, Optional<CaseId> after, int limit) {
    return sql.list(
        "select body::text as body from case_state where case_id > ? order by case_id limit ?",
        Cases::matter,
        after.map(CaseId::value).orElse(new UUID(0, 0)),
        limit);
  }

  /** What happened to a case, in order. */
  public List<CaseEvent> events(Sql sql, CaseId id) {
    return sql.list(
        "select body::text as body from case_event where case_id = ? order by version",
        row -> CaseJson.event(row.text("body")),
        id.value());
  }

  /** The case that its events make; always equal to {@link #get}. */
  public Case rebuild(Sql sql, CaseId id) {
    return Case.fold(events(sql, id));
  }

  private static Case matter(Row row) {
    return CaseJson.matter(row.text("body"));
  }
}
