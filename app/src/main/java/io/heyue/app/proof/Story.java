package io.heyue.app.proof;

import io.heyue.core.audit.KeyRing;
import io.heyue.core.law.RuleId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * What a page tells, all of it out of a bundle: so that whoever verifies the bundle can draw the
 * page again and see that it says what the records say.
 *
 * @param rules texts of the rules that were in force
 * @param stood by which moment each record is proven to have stood, by its name
 */
record Story(
    UUID subject,
    List<RecordFile> records,
    Map<RuleId, RuleText> rules,
    Map<String, Instant> stood,
    KeyRing keys) {

  /** The person's time zone, where a record shows it. */
  Optional<ZoneId> zone() {
    for (RecordFile record : records) {
      JsonNode facts = record.content().shown().path("facts");
      for (String name : List.of("zone", "timeZone")) {
        Optional<ZoneId> found =
            Optional.ofNullable(facts.findValue(name)).flatMap(each -> zone(each.asString("")));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<ZoneId> zone(String id) {
    try {
      return Optional.of(ZoneId.of(id));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** When a record was written. */
  static Instant at(RecordFile record) {
    return Reading.instant(record.columns(), "at");
  }

  static String kind(RecordFile record) {
    return record.columns().path("kind").asString("");
  }
}
