package io.heyue.voice.hear;

/** Somebody began or ended to speak. Time is the index of a sample since the call began. */
public sealed interface SpeechEvent {
  /**
   * Somebody speaks.
   *
   * @param atSample where the first frame of speech begins
   * @param keptFrom a little before it: what a recogniser should hear from
   */
  record Began(long atSample, long keptFrom) implements SpeechEvent {}

  /**
   * They don't any more.
   *
   * @param fromSample where they began
   * @param toSample where the silence begins
   */
  record Ended(long fromSample, long toSample) implements SpeechEvent {}
}
