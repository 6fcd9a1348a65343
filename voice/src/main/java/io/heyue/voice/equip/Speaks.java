package io.heyue.voice.equip;

import io.heyue.core.base.Lang;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who speaks one language.
 *
 * @param make {@code espeak}, {@code recorded} or {@code service}
 * @param voice the program of {@code espeak}, where it isn't on the path
 * @param model the folder of recordings, or the file that describes the service
 */
public record Speaks(Lang lang, String make, Optional<String> voice, Optional<Path> model) {
  /** What is there out of the box. */
  public static Speaks usual(Lang lang) {
    return new Speaks(lang, "espeak", Optional.empty(), Optional.empty());
  }
}
