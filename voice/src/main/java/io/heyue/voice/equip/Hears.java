package io.heyue.voice.equip;

import io.heyue.core.base.Lang;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Who hears one language.
 *
 * @param make {@code moonshine}, {@code pocketsphinx}, {@code sherpa}, {@code funasr} or {@code
 *     none}
 * @param model folder of the model, where the make needs one that isn't among those that are known
 * @param library folder of the make's own library, where it needs one
 * @param server where the make is a server
 */
public record Hears(
    Lang lang, String make, Optional<Path> model, Optional<Path> library, Optional<URI> server) {
  /** What is there out of the box. */
  public static Hears usual(Lang lang) {
    return new Hears(
        lang,
        lang == Lang.EN ? "moonshine" : "pocketsphinx",
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
