package io.heyue.voice.sip;

import io.heyue.core.base.Check;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a call lasts unless somebody says that it still does (RFC 4028). Immutable.
 *
 * @param interval at least {@link #LEAST}
 * @param weRefresh whether that is on us
 */
public record SessionTimer(Duration interval, boolean weRefresh) {
  /** What we ask for (RFC 4028, 4). */
  static final Duration USUAL = Duration.ofMinutes(30);

  /** Shorter is refused by anybody (RFC 4028, 5). */
  static final Duration LEAST = Duration.ofSeconds(90);

  private static final Duration MOST = Duration.ofDays(1);

  private static final Pattern WRITTEN =
      Pattern.compile("\\s{0,20}(\\d{1,9})(?:\\s{0,20};\\s{0,20}([^;]{0,100}))?.{0,500}");

  public SessionTimer {
    Check.that(interval.compareTo(LEAST) >= 0, "interval", interval, "90 seconds or more");
  }

  /**
   * What a Session-Expires header says.
   *
   * @param weCalled who refreshes is named by part, uac or uas; where none is named, the caller
   *     does
   */
  static Optional<SessionTimer> read(String header, boolean weCalled) {
    Matcher matcher = WRITTEN.matcher(header);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Duration told = Duration.ofSeconds(Long.parseLong(matcher.group(1)));
    Duration interval = told.compareTo(LEAST) < 0 ? LEAST : told.compareTo(MOST) > 0 ? MOST : told;
    boolean callee =
        header.toLowerCase(Locale.ROOT).replaceAll("\\s", "").contains("refresher=uas");
    return Optional.of(new SessionTimer(interval, callee != weCalled));
  }

  /** Whether a header asks for less than anybody may. */
  static boolean tooBrief(String header) {
    Matcher matcher = WRITTEN.matcher(header);
    return matcher.matches()
        && Duration.ofSeconds(Long.parseLong(matcher.group(1))).compareTo(LEAST) < 0;
  }

  /** How long after the last sign we say that it lasts (RFC 4028, 7.2: half the interval). */
  public Duration refreshAfter() {
    return interval.dividedBy(2);
  }

  /** How long after the last sign it is over (RFC 4028, 10). */
  public Duration overAfter() {
    Duration third = interval.dividedBy(3);
    Duration before = Duration.ofSeconds(32);
    return interval.minus(third.compareTo(before) < 0 ? third : before);
  }

  /** As it is answered. */
  String written(boolean weCalled) {
    return interval.toSeconds() + ";refresher=" + (weRefresh == weCalled ? "uac" : "uas");
  }
}
