package io.heyue.voice.models;

import io.heyue.core.base.Check;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * One file of a model.
 *
 * @param name within the model's folder, with slashes; it never leads out of it
 * @param bytes how many
 * @param sha256 in small hexadecimal digits
 * @param source where it comes from
 */
public record ModelFile(String name, long bytes, String sha256, Source source) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  public ModelFile {
    boolean inside =
        !name.isBlank()
            && name.chars().noneMatch(Character::isISOControl)
            && name.indexOf('\\') < 0
            && Arrays.stream(name.split("/", -1))
                .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    Check.that(inside, "name", name, "a path within the model's folder");
    Check.that(bytes >= 0, "bytes", bytes, "0 or more");
    Check.that(HASH.matcher(sha256).matches(), "sha256", sha256, "64 small hexadecimal digits");
  }
}
