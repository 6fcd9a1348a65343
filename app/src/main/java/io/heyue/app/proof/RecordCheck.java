package io.heyue.app.proof;

import io.heyue.core.audit.Hash;
import io.heyue.store.ledger.Flat;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Whether a record of a bundle is what it says it is, but for its place in the ledger. */
final class RecordCheck {
  private RecordCheck() {}

  /**
   * Demands that it is.
   *
   * @param name under which it lies in the bundle
   * @param subject what the bundle is about
   * @throws Unreadable saying what it isn't
   */
  static void demand(RecordFile record, String name, UUID subject) {
    if (!name.equals("records/" + record.name() + ".json")) {
      throw new Unreadable("it is record " + record.name() + ", under another's name");
    }
    if (!record.linked()) {
      throw new Unreadable("its bytes are not those that its link of the chain covers");
    }
    JsonNode columns = record.columns();
    if (Reading.number(columns, "stripe", 0, 15) != record.stripe()) {
      throw new Unreadable("it stood in another chain");
    }
    boolean about =
        List.of("conversation", "matter", "permit").stream()
            .anyMatch(each -> columns.path(each).asString("").equals(subject.toString()));
    if (!about) {
      throw new Unreadable("it is not about " + subject);
    }
    var _ = Story.at(record);
    Set<String> paths = new HashSet<>();
    record
        .fields()
        .forEach(field -> {
          if (!paths.add(field.path())) {
            throw new Unreadable("it shows the field " + field.path() + " twice");
          }
          if (field.value().isPresent()
              && !Flat.of(field.value().get()).equals(Map.of("$", field.value().get()))) {
            throw new Unreadable("the value of " + field.path() + " is not written as we write it");
          }
        });
    Optional<Hash> committed = record.committed();
    if (committed.isPresent() && !record.commitment().equals(committed.get())) {
      throw new Unreadable(
          "its fields are not those that the entry commits to: one was changed, added or left out");
    }
    var _ = record.content();
  }
}
