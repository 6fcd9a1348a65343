package io.heyue.store.records;

import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.PersonName;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import io.heyue.store.vault.Vault;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The people of the portfolio. Thread-safe. */
public final class PersonRecords {
  private final Vault vault;

  public PersonRecords(Vault vault) {
    this.vault = vault;
  }

  /** The people of these ids, as far as they are there. */
  public Map<PersonId, PersonRecord> list(Sql sql, Collection<PersonId> ids) {
    Map<PersonId, PersonRecord> people = new HashMap<>();
    if (!ids.isEmpty()) {
      List<UUID> values = ids.stream().map(PersonId::value).distinct().toList();
      sql.each(
          """
          select id, name, identity_number, language, place, time_zone, pay_day, flags
          from person where id = any(?)
          """,
          row -> people.put(new PersonId(row.uuid("id")), person(row)),
          values);
    }
    return people;
  }

  public Optional<PersonRecord> find(Sql sql, PersonId id) {
    return Optional.ofNullable(list(sql, List.of(id)).get(id));
  }

  private PersonRecord person(Row row) {
    return new PersonRecord(
        new PersonId(row.uuid("id")),
        new PersonName(vault.open(row.bytes("name"), Fields.NAME)),
        row.findBytes("identity_number")
            .map(sealed -> vault.open(sealed, Fields.IDENTITY_NUMBER))
            .filter(number -> number.length() >= 4)
            .map(number -> number.substring(number.length() - 4)),
        row.findText("language").flatMap(Lang::find).orElse(Lang.ZH),
        row.findText("place").orElse(null),
        row.findText("time_zone").flatMap(PersonRecords::zone).orElse(null),
        row.findNumber("pay_day").map(Long::intValue),
        row.texts("flags").stream()
            .flatMap(flag -> HoldKind.find(flag).stream())
            .collect(Collectors.toUnmodifiableSet()),
        row.texts("flags").stream()
            .filter(flag -> HoldKind.find(flag).isEmpty())
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static Optional<ZoneId> zone(String id) {
    try {
      return Optional.of(ZoneId.of(id));
    } catch (DateTimeException e) {
      // An unknown zone is an unknown place in time, which the law kernel refuses.
      return Optional.empty();
    }
  }
}
