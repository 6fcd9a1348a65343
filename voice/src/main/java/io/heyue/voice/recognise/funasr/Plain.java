package io.heyue.voice.recognise.funasr;

import io.heyue.core.base.Lang;
import java.util.regex.Pattern;

/** What a service writes as people say it: without marks, and without a model's own tags. */
final class Plain {
  /** Such as &lt;|zh|&gt;, which SenseVoice writes. */
  private static final Pattern TAG = Pattern.compile("<\\|[^|<>]{0,40}\\|>");

  /** A point between figures is said. */
  private static final Pattern MARK =
      Pattern.compile("[，。！？、；：…“”‘’（）《》\"!?;:()]|(?<!\\d)[.,]|[.,](?!\\d)");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Some models part every character from the next. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?<=\\p{IsHan}) (?=\\p{IsHan})|(?<=\\p{IsHan}) (?=\\d)|(?<=\\d) (?=\\p{IsHan})");

  private Plain() {}

  static String of(String written, Lang lang) {
    String said = TAG.matcher(written).replaceAll("");
    said = MARK.matcher(said).replaceAll(lang == Lang.EN ? " " : "");
    said = SPACE.matcher(said).replaceAll(" ").strip();
    return lang == Lang.ZH ? BETWEEN.matcher(said).replaceAll("") : said;
  }
}
