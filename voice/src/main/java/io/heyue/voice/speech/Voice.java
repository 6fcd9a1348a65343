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
}
