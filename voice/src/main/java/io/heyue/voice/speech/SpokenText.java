package io.heyue.voice.speech;

import io.heyue.core.base.Lang;
import io.heyue.voice.speech.SpokenRules.Part;
import java.util.List;

/**
 * Written words as they are said: sums, days, times and rates as people say them, the figures of a
 * card or a telephone one by one. What has no figure in it stays as it is, so that who reads along
 * hears what was approved.
 */
public final class SpokenText {
  private SpokenText() {}

  /** The words to be spoken; in linear time. */
  public static String of(String written, Lang lang) {
    return rules(lang).of(written);
  }

  /** The same with where each stretch stands in the text. */
  static List<Part> parts(String written, Lang lang) {
    return rules(lang).parts(written);
  }

  private static SpokenRules rules(Lang lang) {
    return switch (lang) {
      case ZH -> SpokenChinese.RULES;
      case EN -> SpokenEnglish.RULES;
    };
  }
}
