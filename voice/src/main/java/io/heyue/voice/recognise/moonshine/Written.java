package io.heyue.voice.recognise.moonshine;

import java.util.Locale;
import java.util.regex.Pattern;

/** The model's text without what nobody says. Pure. */
final class Written {
  /** Remarks about the sound. */
  private static final Pattern REMARK = Pattern.compile("\\[[^\\]]*\\]|\\([^)]*\\)|[♪♫]+");

  private static final Pattern QUOTE = Pattern.compile("[\"“”«»*_]+");

  /** At the end of a word; the point of "p.m." stays, and what stands within a figure. */
  private static final Pattern MARK =
      Pattern.compile("(?:(?<!\\b\\p{L}\\.\\p{L})\\.|[,!?;:…]|\\.{2,})+(?=\\s|$)");

  private static final Pattern DASH = Pattern.compile("(?<=\\s|^)[-–—]+|[-–—]+(?=\\s|$)");
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}$€£%]+");
  private static final Pattern APOSTROPHE = Pattern.compile("['’]");

  private Written() {}

  /** As people write it, without full stops, commas and quotes. */
  static String words(String text) {
    String words = QUOTE.matcher(REMARK.matcher(text).replaceAll(" ")).replaceAll("");
    words = MARK.matcher(words.strip()).replaceAll("");
    words = SPACE.matcher(DASH.matcher(words).replaceAll(" ")).replaceAll(" ").strip();
    return words.codePoints().anyMatch(Character::isLetterOrDigit) ? words : "";
  }

  /** By which two texts are the same: small letters and figures alone. */
  static String key(String text) {
    String small = APOSTROPHE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
    return NO_WORD.matcher(small).replaceAll(" ").strip();
  }
}
