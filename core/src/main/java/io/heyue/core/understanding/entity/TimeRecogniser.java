package io.heyue.core.understanding.entity;

import io.heyue.core.base.Grain;
import io.heyue.core.understanding.Value;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Dates, times of day and ranges of them in a language. A time whose words allow another reading is
 * read again leaning the other way, and that reading becomes an alternative.
 *
 * @param reader reads one time of the language
 * @param vagueness knows the words of the language that make a time vague
 */
record TimeRecogniser(Reader reader, Vagueness vagueness) implements Recogniser {

  /** Reads the time that stands at a cursor, which stays if there is none. */
  @FunctionalInterface
  interface Reader {
    @Nullable Found read(Cursor cursor, Anchor anchor);
  }

  /** Whether a word for "about" stands beside {@code start..cursor}. */
  @FunctionalInterface
  interface Vagueness {
    boolean around(Scene scene, int start, Cursor cursor);
  }

  @Override
  public @Nullable Mention at(int start, Scene scene) {
    LocalDateTime now = scene.now().toLocalDateTime().withNano(0);
    Leaning usual = scene.past() ? Leaning.CURRENT : Leaning.NEXT;
    Cursor cursor = scene.cursor(start);
    Found found = reader.read(cursor, new Anchor(now, usual, null));
    if (found == null || cursor.at() == start || !found.stretch().isSound()) {
      return null;
    }
    int end = cursor.at();
    Leaning first = usual;
    if (PastEvent.follows(scene, end)) {
      Found told = reader.read(scene.cursor(start), new Anchor(now, Leaning.PAST, null));
      boolean sound = told != null && told.stretch().isSound();
      found = sound && told != null ? told : found;
      first = sound ? Leaning.PAST : usual;
    }
    Value value = TimeMention.value(found, scene.now().getZone());
    List<Value> others = new ArrayList<>();
    for (Leaning leaning : others(found, first)) {
      Found other = reader.read(scene.cursor(start), new Anchor(now, leaning, null));
      Value otherValue = other == null ? value : TimeMention.value(other, scene.now().getZone());
      if (!otherValue.equals(value) && !others.contains(otherValue)) {
        others.add(otherValue);
      }
    }
    addLastDay(found, others);
    if (value instanceof Value.Date date && date.grain() == Grain.DAY) {
      LunarReading.of(scene.text().substring(start, end), MonthDay.from(date.date()), now.getYear())
          .forEach(day -> others.add(new Value.Date(day, Grain.DAY)));
    }
    boolean vague = found.stretch().vague() || vagueness.around(scene, start, scene.cursor(end));
    double confidence = vague ? 0.7 : others.isEmpty() ? 0.95 : 0.8;
    return new Mention(TimeMention.type(value), start, end, value, others, vague, confidence);
  }

  private static List<Leaning> others(Found found, Leaning first) {
    if (found.guess() == Leaning.OPEN) {
      return List.of(Leaning.OPEN, Leaning.WHOLE);
    }
    if (found.guess() != null) {
      return List.of(found.guess());
    }
    return first == Leaning.NEXT ? List.of() : List.of(Leaning.NEXT);
  }

  /** Of the end of a month its last day is what people mostly mean. */
  private static void addLastDay(Found found, List<Value> others) {
    LocalDateTime from = found.stretch().from();
    LocalDateTime to = found.stretch().to();
    if (from == null || to == null || !found.stretch().vague()) {
      return;
    }
    LocalDate last = to.toLocalDate();
    if (from.getDayOfMonth() == 25
        && last.plusDays(1).getDayOfMonth() == 1
        && last.minusDays(8).isBefore(from.toLocalDate())) {
      others.add(new Value.Date(last, Grain.DAY));
    }
  }
}
