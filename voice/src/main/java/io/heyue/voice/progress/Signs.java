package io.heyue.voice.progress;

import io.heyue.core.base.Check;
import io.heyue.voice.progress.Rows.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each code of a kind says: a code of its own where it has a row, else the class that it lies
 * in (RFC 3261, 8.1.3.2; ITU-T Q.850, 2.2.5). Immutable and thread-safe.
 */
final class Signs {
  /** Kinds of codes that networks send. */
  enum Kind {
    SIP("sip", 300, 699),
    Q850("q850", 1, 127);

    private final String id;
    private final int first;
    private final int last;

    Kind(String id, int first, int last) {
      this.id = id;
      this.first = first;
      this.last = last;
    }

    boolean holds(int code) {
      return code >= first && code <= last;
    }
  }

  static final List<String> COLUMNS = List.of("sign", "code", "disposition", "weight", "note");

  private final Kind kind;
  private final Sign[] signs;

  private Signs(Kind kind, Sign[] signs) {
    this.kind = kind;
    this.signs = signs;
  }

  Sign of(int code) {
    Check.that(kind.holds(code), kind.id + " code", code, kind.first + " to " + kind.last);
    return signs[code - kind.first];
  }

  /** The codes of one kind; each must have a row or lie in a class that has one. */
  static Signs of(Kind kind, String file, List<Row> rows) {
    @Nullable Sign[] own = new Sign[kind.last - kind.first + 1];
    @Nullable Sign[] classes = new Sign[own.length];
    for (Row row : rows) {
      if (row.cell("sign").equals(kind.id)) {
        put(kind, row, own, classes);
      }
    }
    List<Sign> signs = new ArrayList<>();
    for (int at = 0; at < own.length; at++) {
      Sign sign = own[at] == null ? classes[at] : own[at];
      if (sign == null) {
        throw Rows.fault(
            file,
            rows.getLast().line(),
            "code",
            kind.id + " " + (at + kind.first),
            "It has no disposition. Maybe the row of its class is missing.");
      }
      signs.add(sign);
    }
    return new Signs(kind, signs.toArray(Sign[]::new));
  }

  private static void put(Kind kind, Row row, @Nullable Sign[] own, @Nullable Sign[] classes) {
    String[] ends = row.cell("code").split("-", -1);
    int first = number(kind, row, ends[0]);
    int last = ends.length == 1 ? first : number(kind, row, ends[1]);
    if (ends.length > 2 || last < first) {
      throw row.fault("code", "Maybe a number, or two of them as 400-499.");
    }
    Sign sign = new Sign(row.disposition(), row.one("weight", "vague", "plain"));
    @Nullable Sign[] codes = ends.length == 1 ? own : classes;
    for (int code = first; code <= last; code++) {
      if (codes[code - kind.first] != null) {
        throw row.fault("code", "It stands there twice, for " + code + ". Maybe remove one row.");
      }
      codes[code - kind.first] = sign;
    }
  }

  private static int number(Kind kind, Row row, String digits) {
    boolean plain = digits.matches("[1-9][0-9]{0,2}");
    if (!plain || !kind.holds(Integer.parseInt(digits))) {
      throw row.fault("code", "Maybe a number from %d to %d.".formatted(kind.first, kind.last));
    }
    return Integer.parseInt(digits);
  }

  /** Fails on a row of a kind that is none. */
  static void demandKinds(List<Row> rows) {
    for (Row row : rows) {
      if (Arrays.stream(Kind.values()).noneMatch(kind -> kind.id.equals(row.cell("sign")))) {
        throw row.fault("sign", "Maybe sip or q850.");
      }
    }
  }
}
