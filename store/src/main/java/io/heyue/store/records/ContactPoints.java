package io.heyue.store.records;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.MailAddress;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.base.Relation;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Sql;
import io.heyue.store.vault.Vault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The numbers and addresses at which people are reached. Thread-safe. */
public final class ContactPoints {
  private final Vault vault;

  public ContactPoints(Vault vault) {
    this.vault = vault;
  }

  /** The points of these people, each person's own ones first. */
  public Map<PersonId, List<ContactPoint>> of(Sql sql, Collection<PersonId> persons) {
    Map<PersonId, List<ContactPoint>> points = new HashMap<>();
    if (!persons.isEmpty()) {
      List<UUID> values = persons.stream().map(PersonId::value).distinct().toList();
      sql.each(
          """
          select * from contact_point where person_id = any(?) and kind in ('mobile', 'phone', 'email')
          order by relation <> 'self', id
          """,
          row ->
              points
                  .computeIfAbsent(new PersonId(row.uuid("person_id")), _ -> new ArrayList<>())
                  .add(point(row)),
          values);
    }
    return points;
  }

  public Optional<ContactPoint> find(Sql sql, ContactPointId id) {
    return sql.find("select * from contact_point where id = ?", this::point, id.value());
  }

  /** Whose number it is: points of that number that are their person's own. */
  public List<ContactPoint> byPhone(Sql sql, PhoneNumber number) {
    return sql.list(
        """
        select * from contact_point
        where relation = 'self' and value_index in (?, ?) order by kind, id
        """,
        this::point,
        vault.index(number, Fields.contactValue(ContactKind.MOBILE)),
        vault.index(number, Fields.contactValue(ContactKind.PHONE)));
  }

  private ContactPoint point(Row row) {
    ContactKind kind =
        ContactKind.find(row.text("kind"))
            .orElseThrow(() -> new IllegalStateException("A contact point has no known kind."));
    String value = vault.open(row.bytes("value"), Fields.contactValue(kind));
    return new ContactPoint(
        new ContactPointId(row.uuid("id")),
        new PersonId(row.uuid("person_id")),
        kind.channels(),
        kind == ContactKind.EMAIL ? new MailAddress(value) : new PhoneNumber(value),
        row.findText("relation").flatMap(Relation::find).orElse(null),
        row.findText("source").flatMap(NumberSource::find).orElse(null),
        consents(row));
  }

  private static Map<Channel, Boolean> consents(Row row) {
    Map<Channel, Boolean> consents = new EnumMap<>(Channel.class);
    row.findTruth("consent_voice").ifPresent(given -> consents.put(Channel.CALL, given));
    row.findTruth("consent_text").ifPresent(given -> consents.put(Channel.SMS, given));
    row.findTruth("consent_email").ifPresent(given -> consents.put(Channel.EMAIL, given));
    row.findTruth("consent_app").ifPresent(given -> consents.put(Channel.PUSH, given));
    return consents;
  }
}
