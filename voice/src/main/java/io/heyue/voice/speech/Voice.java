package io.heyue.voice.speech;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;

/** Whatever turns words into sound: a program beside us, recordings, a service. Thread-safe. */
public interface Voice {
  /** Its name with all that changes how it sounds. */
  String name();

  /**
   * Says a sentence.
   *
   * @param words as {@link SpokenText} gives them
   * @throws VoiceFailure where it can't; nothing is heard of the sentence then
   */
  Sound say(String words, Lang lang);

  /**
   * Says a sentence faster or slower. A voice that can't choose is stretched afterwards, its pitch
   * as it was.
   *
   * @param pace 1 as it speaks by itself; see {@link Manner}
   * @throws VoiceFailure where it can't; nothing is heard of the sentence then
   */
  default Sound say(String words, Lang lang, double pace) {
    return Stretching.of(say(words, lang), pace);
  }
}
