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
    return adapterIn(data.resolve("models"), lang);
  }

  /** The same in any folder. */
  public Path adapterIn(Path folder, Lang lang) {
    return folder.resolve(of(lang) + ".adapter");
  }

  /** Where the build puts the model that is used. */
  public Path model(Path folder, Lang lang) {
    return folder.resolve(of(lang) + ".onnx");
  }

  /** The name of what was trained for it in a language, such as {@code speech-zh}. */
  public String of(Lang lang) {
    return name().toLowerCase(Locale.ROOT) + '-' + lang.code();
  }
}
