package io.heyue.voice.line;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a refusal is the trunk's fault, so that the same call may be tried by another. What the
 * telephone network says of the person (Q.850) goes before SIP's status, since carriers send 480
 * and 503 for everything.
 */
final class TrunkFault {
  private static final Pattern CAUSE =
      Pattern.compile("(?i)Q\\.850\\s{0,9};.{0,100}?cause\\s{0,9}=\\s{0,9}(\\d{1,3})");

  /**
   * Causes that tell of the way and not of the person (ITU-T Q.850): no route, no circuit, out of
   * order, temporary failure, congestion, channel unavailable, resource unavailable.
   */
  private static final Set<Integer> OF_THE_WAY = Set.of(2, 3, 25, 34, 38, 41, 42, 43, 44, 47);

  private TrunkFault() {}

  static boolean is(int status, List<String> reasons) {
    for (String reason : reasons) {
      Matcher matcher = CAUSE.matcher(reason);
      if (matcher.find()) {
        return OF_THE_WAY.contains(Integer.valueOf(matcher.group(1)));
      }
    }
    return status >= 500 && status < 600;
  }
}
