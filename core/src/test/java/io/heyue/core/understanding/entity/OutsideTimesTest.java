package io.heyue.core.understanding.entity;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heyue.core.understanding.Entity;
import io.heyue.core.understanding.EntityType;
import io.heyue.core.understanding.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The time rows of JioNLP's tests (Apache-2.0), where they lie beside the repository. */
class OutsideTimesTest {
  private static final Set<EntityType> TIMES =
      EnumSet.of(
          EntityType.DATE,
          EntityType.TIME,
          EntityType.DATETIME,
          EntityType.DATE_RANGE,
          EntityType.DATETIME_RANGE,
          EntityType.DURATION,
          EntityType.RECURRENCE);

  @Test
  void readsTheTimesThatOthersCollected() {
    Path file = OutsideSuite.folder("jionlp-tests").resolve("time_parser.jsonl");
    assumeTrue(Files.exists(file), () -> "No outside corpus at " + file + "; nothing to measure.");
    OutsideSuite.Score score = score(file);
    System.out.println(score);
    score.misses.forEach(miss -> System.out.println("  " + miss));
    assertTrue(score.recall() >= 0.99, score.toString());
    assertTrue(score.accuracy() >= 0.955, score.toString());
  }

  static OutsideSuite.Score score(Path file) {
    OutsideSuite.Score score = new OutsideSuite.Score("times");
    for (Map<String, Object> row : OutsideSuite.rows(file)) {
      String text = (String) Json.get(row, "text");
      ZonedDateTime now = TimeRow.base(Json.get(row, "base"));
      score.rows++;
      List<Entity> times =
          OutsideSuite.parse(text, now).stream().filter(e -> TIMES.contains(e.type())).toList();
      Entity longest =
          times.stream().max(Comparator.comparingInt((Entity e) -> e.span().length())).orElse(null);
      if (longest == null) {
        score.misses.add(text + " not found; want " + Json.get(row, "expected"));
        continue;
      }
      score.found++;
      Map<String, Object> expected = Json.object(Json.get(row, "expected"));
      Object time = Json.get(expected, "time");
      String type = (String) Json.get(expected, "type");
      boolean counted = text.endsWith("前") || text.endsWith("后");
      boolean first = isRight(longest.value(), type, time, now, counted);
      boolean any =
          first
              || longest.alternatives().stream()
                  .anyMatch(v -> isRight(v, type, time, now, counted));
      score.first += first ? 1 : 0;
      score.right += any ? 1 : 0;
      if (!first) {
        score.misses.add(
            (any ? "(alternative) " : "")
                + text
                + " at "
                + now.toLocalDateTime()
                + " want "
                + time
                + " got "
                + longest.text()
                + " "
                + longest.value()
                + " "
                + longest.alternatives());
      }
    }
    return score;
  }

  private static boolean isRight(
      Value value, String type, Object time, ZonedDateTime now, boolean counted) {
    if (type.equals("time_period")) {
      return value instanceof Value.Recurrence rule && TimeRow.isRight(rule, Json.object(time));
    }
    if (type.equals("time_delta")) {
      List<Object> bounds = time instanceof List<?> ? Json.list(time) : List.of(time);
      return value instanceof Value.Length length
          && bounds.stream().anyMatch(bound -> TimeRow.isRight(length, Json.object(bound)));
    }
    return Stream.of(value).anyMatch(v -> TimeRow.isRight(v, Json.list(time), now, counted));
  }
}
