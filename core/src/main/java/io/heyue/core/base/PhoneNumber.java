package io.heyue.core.base;

import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number in E.164: a plus sign, then up to fifteen digits. */
public record PhoneNumber(String reveal) implements Personal {
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern CN_MOBILE = Pattern.compile("1[3-9]\\d{9}");
  private static final Pattern CN_LANDLINE = Pattern.compile("0\\d{9,11}");

  public PhoneNumber {
    if (!E164.matcher(reveal).matches()) {
      throw new IllegalArgumentException(
          "A phone number of "
              + reveal.length()
              + " characters is not E.164. Maybe its country code is missing.");
    }
  }

  /**
   * Reads a number as people write it: with spaces or hyphens, with {@code +86}, {@code 0086} or
   * without; a number without a country code is read as one of mainland China.
   */
  public static Optional<PhoneNumber> find(String written) {
    String bare = written.replaceAll("[\\s\\-()（）·.]", "");
    String e164;
    if (bare.startsWith("+")) {
      e164 = bare;
    } else if (bare.startsWith("00")) {
      e164 = "+" + bare.substring(2);
    } else if (CN_MOBILE.matcher(bare).matches()) {
      e164 = "+86" + bare;
    } else if (CN_LANDLINE.matcher(bare).matches()) {
      e164 = "+86" + bare.substring(1);
    } else if (bare.startsWith("86") && bare.length() >= 12) {
      e164 = "+" + bare;
    } else {
      return Optional.empty();
    }
    return E164.matcher(e164).matches() ? Optional.of(new PhoneNumber(e164)) : Optional.empty();
  }

  @Override
  public String masked() {
    return Mask.keep(reveal, Math.min(6, reveal.length() - 6), 2);
  }

  @Override
  public String toString() {
    return masked();
  }
}
