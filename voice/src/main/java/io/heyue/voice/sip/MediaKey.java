package io.heyue.voice.sip;

import io.heyue.core.base.Check;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key by which media is encrypted, as signalling carries it (RFC 4568). Immutable.
 *
 * @param tag tells several apart
 * @param suite as AES_CM_128_HMAC_SHA1_80
 * @param key and salt, in base 64
 */
public record MediaKey(int tag, String suite, String key) {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(\\d{1,9}) ([A-Z0-9_]{1,60}) inline:([A-Za-z0-9+/]{40})(?:\\|(?:2\\^)?\\d{1,15})?");

  public MediaKey {
    Check.that(tag >= 0, "tag", tag, "0 or more");
  }

  static Optional<MediaKey> read(String attribute) {
    Matcher matcher = WRITTEN.matcher(attribute);
    return matcher.matches()
        ? Optional.of(
            new MediaKey(Integer.parseInt(matcher.group(1)), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  String written() {
    return tag + " " + suite + " inline:" + key;
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "MediaKey[" + tag + " " + suite + "]";
  }
}
