package io.heyue.voice.cli;

import io.heyue.core.base.Lang;
import io.heyue.voice.equip.Hears;
import io.heyue.voice.models.ModelFailure;
import io.heyue.voice.models.ModelFolders;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.recognise.RecogniserFailure;

/** Which recogniser hears a language. */
interface Recognisers {
  /** One, or why there is none. */
  sealed interface Choice {
    /** It is the caller's to close. */
    record Ready(Recogniser recogniser) implements Choice {}

    /** Nobody hears that language here; the note says what can be done. */
    record Absent(String note) implements Choice {}
  }

  /**
   * Opens one.
   *
   * @param expected what may be said, for those that hear nothing else
   * @throws RuntimeException where its model is missing or damaged: {@code ModelFailure}, {@code
   *     RecogniserFailure}
   */
  Choice open(Lang lang, Expected expected);

  /** Those that are there out of the box, with the models of this machine. */
  static Recognisers with(ModelFolders models) {
    return (lang, expected) -> {
      try {
        return new io.heyue.voice.equip.Recognisers(models, 1)
            .open(Hears.usual(lang))
            .<Choice>map(Choice.Ready::new)
            .orElseGet(() -> new Choice.Absent("Nobody hears " + lang.code() + " here."));
      } catch (ModelFailure | RecogniserFailure e) {
        return new Choice.Absent("No words are heard: " + e.getMessage());
      }
    };
  }
}
