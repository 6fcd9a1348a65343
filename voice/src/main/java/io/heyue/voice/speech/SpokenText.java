package io.heyue.voice.speech;

import io.heyue.core.base.Lang;

/**
 * Written words as they are said: sums, days, times and rates as people say them, the figures of a
 * card or a telephone one by one. What has no figure in it stays as it is, so that who reads along
 * hears what was approved.
 */
public final class SpokenText {
  private SpokenText() {}

  /** The words to be spoken; in linear time. */
  public static String of(String written, Lang lang) {
    return switch (lang) {
      case ZH -> SpokenChinese.RULES.of(written);
      case EN -> SpokenEnglish.RULES.of(written);
    };
  }
}
