package io.heyue.brain.encoder;

import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Heard;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Optional;

/** Where this checkout's own data lies, for tests that judge it. */
final class Project {
  private static final Path ROOT = Path.of(System.getProperty("heyue.root", ".."));
  static final Path DATA = ROOT.resolve("data");

  /** The models that the build made. */
  static final Path HEADS = ROOT.resolve("brain/target/heads");

  private Project() {}

  static Path lexicon(Lang lang) {
    return LexiconReader.folderOf(DATA, lang);
  }

  static Heard heard(String text, Lang lang, String after) {
    return new Heard(
        text,
        Optional.of(lang),
        Optional.of(after).filter(id -> !id.isEmpty()),
        ZonedDateTime.parse("2026-03-02T10:00:00+08:00[Asia/Shanghai]"),
        Currency.getInstance("CNY"));
  }
}
