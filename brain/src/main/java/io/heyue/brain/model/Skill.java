package io.heyue.brain.model;

import io.heyue.core.base.Lang;
import java.nio.file.Path;
import java.util.Locale;

/** What an encoder was trained for. */
public enum Skill {
  /** Whether a sentence may be said to somebody who owes, and what is wrong with it. */
  WORDS,

  /** What somebody who owes means and feels. */
  SPEECH;

  /** Where the repository keeps what was learned. */
  public Path adapter(Path data, Lang lang) {
    return data.resolve("models").resolve(name(lang) + ".adapter");
  }

  /** Where the build puts the model that is used. */
  public Path model(Path folder, Lang lang) {
    return folder.resolve(name(lang) + ".onnx");
  }

  private String name(Lang lang) {
    return name().toLowerCase(Locale.ROOT) + '-' + lang.code();
  }
}
