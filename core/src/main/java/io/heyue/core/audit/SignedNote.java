package io.heyue.core.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with a signature under it, in the form of signed notes [1]: the text, an empty line, and
 * {@code — name base64(key id, signature)}.
 *
 * <p>[1] https://c2sp.org/signed-note
 *
 * @param text ends with a line feed
 * @param name of the signer
 * @param key id of the key: eight hexadecimal digits
 * @param signature 64 bytes in hexadecimal digits
 */
public record SignedNote(String text, String name, String key, String signature) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<text>(?:[^\n]+\n)+)\n— (?<name>[^ \n+]{1,100}) (?<made>[A-Za-z0-9+/=]+)\n");

  private static final int LONGEST = 10_000;
  private static final int ID = 4;
  private static final int SIGNATURE = 64;

  /** The note as it is written. */
  public String note() {
    byte[] made = HexFormat.of().parseHex(key + signature);
    return text + "\n— " + name + " " + Base64.getEncoder().encodeToString(made) + "\n";
  }

  /** The note that {@code written} is; empty where it is none. */
  public static Optional<SignedNote> find(String written) {
    Matcher found = SHAPE.matcher(written);
    if (written.length() > LONGEST || !found.matches()) {
      return Optional.empty();
    }
    try {
      byte[] made = Base64.getDecoder().decode(found.group("made"));
      if (made.length != ID + SIGNATURE) {
        return Optional.empty();
      }
      SignedNote note =
          new SignedNote(
              found.group("text"),
              found.group("name"),
              HexFormat.of().formatHex(made, 0, ID),
              HexFormat.of().formatHex(made, ID, made.length));
      // One note is written in one way.
      return note.note().equals(written) ? Optional.of(note) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether {@code by} signed it. */
  public boolean signedBy(NoteKey by) {
    return by.id(name).equals(key)
        && by.signed(text.getBytes(StandardCharsets.UTF_8), HexFormat.of().parseHex(signature));
  }

  /** The hash of the whole note, by which the next one names it and a time is attested. */
  public Hash hash() {
    return Hash.of(note().getBytes(StandardCharsets.UTF_8));
  }
}
