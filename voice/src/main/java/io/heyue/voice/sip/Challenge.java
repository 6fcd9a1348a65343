package io.heyue.voice.sip;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a peer wants proved before it does something (RFC 7616, 3.3). Immutable.
 *
 * @param nonce number that it gave for this once
 * @param opaque to be sent back as it is; may be empty
 * @param auth whether the proof holds the request and counts (qop=auth)
 * @param stale whether only the nonce is too old: the same proof with the new one will do
 */
public record Challenge(
    String realm, String nonce, String opaque, DigestHash hash, boolean auth, boolean stale) {
  private static final Pattern FIELD =
      Pattern.compile(
          "([A-Za-z][A-Za-z0-9_-]{0,40})\\s{0,20}=\\s{0,20}(?:\"((?:[^\"\\\\]|\\\\.){0,1024}+)\"|([^\\s,\"]{1,256}))");

  private static final String SCHEME = "Digest ";

  /** What a header asks for; empty where it is no digest that we can make. */
  public static Optional<Challenge> read(String header) {
    String plain = header.strip();
    if (!plain.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    Map<String, String> fields = fields(plain.substring(SCHEME.length()));
    Optional<DigestHash> hash = DigestHash.of(fields.getOrDefault("algorithm", ""));
    String qop = fields.getOrDefault("qop", "");
    boolean auth = List.of(qop.toLowerCase(Locale.ROOT).split("\\s*,\\s*")).contains("auth");
    if (hash.isEmpty() || !fields.containsKey("nonce") || (!qop.isEmpty() && !auth)) {
      return Optional.empty();
    }
    return Optional.of(
        new Challenge(
            fields.getOrDefault("realm", ""),
            fields.getOrDefault("nonce", ""),
            fields.getOrDefault("opaque", ""),
            hash.get(),
            auth,
            fields.getOrDefault("stale", "").equalsIgnoreCase("true")));
  }

  /** Of several the strongest; where two are as strong, the first (RFC 8760, 2.4). */
  public static Optional<Challenge> strongest(List<String> headers) {
    return headers.stream()
        .flatMap(header -> read(header).stream())
        .min(Comparator.comparing(Challenge::hash));
  }

  private static Map<String, String> fields(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher matcher = FIELD.matcher(text);
    while (matcher.find()) {
      String quoted = matcher.group(2);
      String value = quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1");
      fields.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), value);
    }
    return fields;
  }
}
