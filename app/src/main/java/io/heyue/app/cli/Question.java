package io.heyue.app.cli;

import io.heyue.core.base.Lang;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What one line asks.
 *
 * @param id given back as it came; a missing node where there is none
 */
record Question(
    JsonNode id, String text, Optional<Lang> lang, ZonedDateTime now, Optional<String> after) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** The years that the calendars of feasts and moons reach, with room for a far promise. */
  private static final int FIRST_YEAR = 1920;

  private static final int LAST_YEAR = 2080;

  /** A line that can't be read. The message never repeats the line. */
  static final class Unreadable extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  static Question read(Lines.Line line, ZonedDateTime now, Optional<Lang> lang) {
    if (!line.flaw().isEmpty()) {
      throw new Unreadable(line.flaw());
    }
    if (!line.text().stripLeading().startsWith("{")) {
      return new Question(
          JsonNodeFactory.instance.missingNode(), line.text(), lang, now, Optional.empty());
    }
    JsonNode object;
    try {
      object = MAPPER.readTree(line.text());
    } catch (JacksonException e) {
      throw new Unreadable("The line begins like a JSON object, but is none.");
    }
    JsonNode text = object.path("text");
    if (!text.isString()) {
      throw new Unreadable("\"text\" is missing or no string.");
    }
    return new Question(
        object.path("id"),
        text.stringValue(),
        find(object, "lang").map(Question::lang).or(() -> lang),
        find(object, "now").map(Question::time).orElse(now),
        find(object, "after"));
  }

  private static Optional<String> find(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw new Unreadable("\"" + name + "\" is no string.");
    }
    return Optional.of(value.stringValue());
  }

  static Lang lang(String code) {
    return Lang.find(code)
        .orElseThrow(() -> new Unreadable("The language must be zh or en; it is neither."));
  }

  /** A time with offset or zone; without one, and a bare day, in China's. */
  static ZonedDateTime time(String iso) {
    ZonedDateTime time = parse(iso);
    if (time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR) {
      throw new Unreadable("The time must lie between " + FIRST_YEAR + " and " + LAST_YEAR + ".");
    }
    return time;
  }

  private static ZonedDateTime parse(String iso) {
    try {
      return ZonedDateTime.parse(iso);
    } catch (DateTimeException e) {
      return local(iso);
    }
  }

  private static ZonedDateTime local(String iso) {
    try {
      return iso.contains("T")
          ? LocalDateTime.parse(iso).atZone(ZONE)
          : LocalDate.parse(iso).atStartOfDay(ZONE);
    } catch (DateTimeException e) {
      throw new Unreadable("The time must be like 2026-11-23T10:00:00+08:00; it is not.");
    }
  }
}
