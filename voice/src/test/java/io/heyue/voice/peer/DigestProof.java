package io.heyue.voice.peer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A proof of who somebody is, as it came over the wire, and judged as a registrar would (RFC 7616,
 * 3.4.1). Written apart from ours, so that one mistake isn't made by both. Immutable.
 *
 * @param method of the request that it came with
 * @param parts of the header, by name, without quotes
 */
public record DigestProof(String method, Map<String, String> parts) {
  private static final Pattern PART =
      Pattern.compile("([a-zA-Z]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,\\s]+))");

  public DigestProof {
    parts = Map.copyOf(parts);
  }

  /**
   * Reads the value of an Authorization or Proxy-Authorization header.
   *
   * @throws IllegalArgumentException where it is no Digest
   */
  public static DigestProof read(String method, String header) {
    if (!header.strip().startsWith("Digest ")) {
      throw new IllegalArgumentException("header is '" + header + "'; it must be a Digest.");
    }
    Map<String, String> parts = new LinkedHashMap<>();
    Matcher matcher = PART.matcher(header);
    while (matcher.find()) {
      String quoted = matcher.group(2);
      String value = quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1");
      if (parts.put(matcher.group(1), value) != null) {
        throw new IllegalArgumentException(
            "header is '" + header + "'; it must name " + matcher.group(1) + " once.");
      }
    }
    return new DigestProof(method, parts);
  }

  /**
   * One part.
   *
   * @return its value, or the empty text where there is none
   */
  public String part(String name) {
    return parts.getOrDefault(name, "");
  }

  /** Whether whoever wrote it knows a user's password. */
  public boolean holds(String user, String password) {
    String secret = hash(user + ":" + part("realm") + ":" + password);
    String asked = hash(method + ":" + part("uri"));
    String counted =
        part("qop").isEmpty()
            ? part("nonce")
            : String.join(":", part("nonce"), part("nc"), part("cnonce"), part("qop"));
    return part("username").equals(user)
        && hash(secret + ":" + counted + ":" + asked).equals(part("response"));
  }

  private String hash(String text) {
    String algorithm =
        switch (part("algorithm")) {
          case "", "MD5" -> "MD5";
          case "SHA-256" -> "SHA-256";
          default ->
              throw new IllegalArgumentException(
                  "algorithm is " + part("algorithm") + "; it must be MD5 or SHA-256.");
        };
    try {
      byte[] hash =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(algorithm + " is in every Java.", e);
    }
  }
}
