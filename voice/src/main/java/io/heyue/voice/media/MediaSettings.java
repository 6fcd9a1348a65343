package io.heyue.voice.media;

import io.heyue.core.base.Check;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How the media engine works. Immutable and thread-safe.
 *
 * @param bind the address at which media comes in
 * @param firstPort the ports that it may take: the even ones for media, each with the odd one above
 *     it for reports (RFC 3550, 11); 0 for whichever are free
 * @param lastPort the last of them; 0 where the first is
 * @param otherHosts whether media may come from another host than was signalled, which some
 *     carriers need
 * @param silence after so long without a packet the listener is told
 * @param comfort what is sent while nothing is to be played
 * @param reports how far reports lie apart (RFC 3550, 6.2: five seconds)
 * @param clock the time of day, for reports
 * @param seed of sources, first numbers, noise and times of reports; nobody outside may guess it
 */
public record MediaSettings(
    InetAddress bind,
    int firstPort,
    int lastPort,
    boolean otherHosts,
    Duration silence,
    Comfort comfort,
    Duration reports,
    InstantSource clock,
    long seed) {
  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final Duration REPORTS = Duration.ofSeconds(5);

  public MediaSettings {
    Check.that(firstPort >= 0 && firstPort < 65_535, "firstPort", firstPort, "0 to 65534");
    Check.that(
        firstPort == 0 ? lastPort == 0 : lastPort > firstPort && lastPort <= 65_535,
        "lastPort",
        lastPort,
        "above the first port, or 0 where that is 0");
    Check.that(silence.isPositive(), "silence", silence, "above zero");
    Check.that(
        reports.compareTo(Duration.ofMillis(100)) >= 0, "reports", reports, "100 ms or more");
  }

  /** What suits most: the signalled host alone, comfort noise, word of ten seconds' silence. */
  public static MediaSettings of(
      InetAddress bind, int firstPort, int lastPort, InstantSource clock, long seed) {
    return new MediaSettings(
        bind, firstPort, lastPort, false, SILENCE, Comfort.NOISE, REPORTS, clock, seed);
  }

  /**
   * The same at whichever ports are free, each bound as it is found: for many telephones on one
   * machine, where no firewall has to know of them.
   */
  public static MediaSettings anyPorts(InetAddress bind, InstantSource clock, long seed) {
    return of(bind, 0, 0, clock, seed);
  }
}
