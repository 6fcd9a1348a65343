package io.heyue.core.base;

import java.util.Locale;
import java.util.Optional;

/** A language that has packs of its own: lexicon, flows and phrases. */
public enum Lang {
  ZH,
  EN;

  /** The ISO 639-1 code, which also names the folder of the pack. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The pack for an ISO 639-1 code or BCP 47 tag ({@code zh-CN}), if there is one. */
  public static Optional<Lang> find(String tag) {
    String primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return switch (primary) {
      case "zh" -> Optional.of(ZH);
      case "en" -> Optional.of(EN);
      default -> Optional.empty();
    };
  }
}
