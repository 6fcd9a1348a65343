package io.heyue.voice.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Reads what stands in a Reason header (RFC 3326, 2): several reasons parted by commas, each with
 * parameters parted by semicolons. Whatever comes is read as well as it can be, in one go from left
 * to right; nothing makes it fail.
 */
public final class ReasonHeader {
  /** Of a longer header nothing more is read. */
  static final int MOST = 8_192;

  /** Of one header no more are taken. */
  static final int MOST_REASONS = 16;

  private static final int NAME = 32;

  private final String header;
  private final int end;
  private int at;

  private ReasonHeader(String header) {
    this.header = header;
    this.end = Math.min(header.length(), MOST);
  }

  /** The reasons that a header holds, in their order; those without a protocol are left out. */
  public static List<Reason> read(String header) {
    return new ReasonHeader(header).all();
  }

  private List<Reason> all() {
    List<Reason> reasons = new ArrayList<>();
    while (at < end && reasons.size() < MOST_REASONS) {
      String protocol = word();
      skip();
      OptionalInt cause = OptionalInt.empty();
      String text = "";
      while (at < end && header.charAt(at) == ';') {
        at++;
        String name = word().toLowerCase(Locale.ROOT);
        String value = value();
        skip();
        if (name.equals("cause") && cause.isEmpty()) {
          cause = number(value);
        } else if (name.equals("text") && text.isEmpty()) {
          text = value;
        }
      }
      if (!protocol.isEmpty() && protocol.length() <= NAME) {
        reasons.add(new Reason(protocol, cause, text));
      }
      at++;
    }
    return reasons;
  }

  private boolean before(String marks) {
    return at < end && marks.indexOf(header.charAt(at)) < 0;
  }

  /** What stands before the next mark, without spaces around it. */
  private String word() {
    int start = at;
    while (before(";,=\"")) {
      at++;
    }
    return header.substring(start, at).strip();
  }

  /** Goes to the end of a reason or a parameter, whatever else stands in it. */
  private void skip() {
    while (before(";,")) {
      if (header.charAt(at) == '"') {
        quoted();
      } else {
        at++;
      }
    }
  }

  /** What stands behind the sign of equality, quoted or not; nothing where there is none. */
  private String value() {
    if (at >= end || header.charAt(at) != '=') {
      return "";
    }
    at++;
    while (at < end && Character.isWhitespace(header.charAt(at))) {
      at++;
    }
    return at < end && header.charAt(at) == '"' ? quoted() : word();
  }

  /** A quoted string, its marks and backslashes taken away; one that never ends goes to the end. */
  private String quoted() {
    StringBuilder text = new StringBuilder();
    at++;
    while (before("\"")) {
      if (header.charAt(at) == '\\' && at + 1 < end) {
        at++;
      }
      text.append(header.charAt(at));
      at++;
    }
    at = Math.min(end, at + 1);
    return text.toString();
  }

  private static OptionalInt number(String digits) {
    boolean plain = !digits.isEmpty() && digits.length() <= 3;
    for (int index = 0; plain && index < digits.length(); index++) {
      plain = digits.charAt(index) >= '0' && digits.charAt(index) <= '9';
    }
    return plain ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
  }
}
