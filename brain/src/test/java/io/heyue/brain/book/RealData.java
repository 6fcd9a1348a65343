package io.heyue.brain.book;

import java.nio.file.Path;

/** Where the data of this checkout lies. */
final class RealData {
  private RealData() {}

  static Path folder() {
    return Path.of(System.getProperty("heyue.root", "..")).resolve("data");
  }
}
