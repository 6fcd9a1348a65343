package io.heyue.store.intake;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Places as ISO 3166 codes, with a subdivision where the law differs. */
final class Places {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern SUBDIVISION = Pattern.compile("[A-Z0-9]{1,3}");

  /** Countries that have one official time in all of them. */
  private static final Map<String, String> ONLY_ZONE =
      Map.of(
          "CN", "Asia/Shanghai",
          "HK", "Asia/Hong_Kong",
          "MO", "Asia/Macau",
          "TW", "Asia/Taipei",
          "SG", "Asia/Singapore",
          "GB", "Europe/London");

  private Places() {}

  static Optional<String> find(String code) {
    String upper = code.toUpperCase(Locale.ROOT);
    String country = country(upper);
    boolean known = COUNTRIES.contains(country);
    boolean whole = upper.length() == 2;
    boolean divided =
        upper.length() > 3
            && upper.charAt(2) == '-'
            && SUBDIVISION.matcher(upper.substring(3)).matches();
    return known && (whole || divided) ? Optional.of(upper) : Optional.empty();
  }

  static Optional<String> findOnlyZone(String place) {
    return Optional.ofNullable(ONLY_ZONE.get(country(place)));
  }

  private static String country(String place) {
    return place.length() < 2 ? place : place.substring(0, 2);
  }
}
