package io.heyue.app.api;

import io.heyue.core.base.PersonId;
import io.heyue.store.postgres.Sql;
import io.heyue.store.records.PersonRecord;
import io.heyue.store.records.PersonRecords;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Names of people as a screen may show them. */
final class Masking {
  private Masking() {}

  /** The masked names of {@code persons}. */
  static Map<UUID, String> names(PersonRecords records, Sql sql, Collection<UUID> persons) {
    Set<PersonId> ids = persons.stream().map(PersonId::new).collect(Collectors.toSet());
    return records.list(sql, ids).values().stream()
        .collect(Collectors.toMap(found -> found.id().value(), Masking::name));
  }

  private static String name(PersonRecord person) {
    return person.name().masked();
  }
}
