package io.heyue.voice.cli;

import io.heyue.core.base.Lang;
import io.heyue.voice.models.ModelFolders;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.recognise.moonshine.Moonshine;

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

  /** Those that we have, with the models of this machine. */
  static Recognisers with(ModelFolders models) {
    return (lang, expected) ->
        switch (lang) {
          case EN -> new Choice.Ready(Moonshine.open(models.get(Moonshine.ID), 1));
          case ZH ->
              new Choice.Absent(
                  "No recogniser for Mandarin is built in yet: only who speaks when and how it"
                      + " sounds. Maybe --lang en was meant.");
        };
  }
}
