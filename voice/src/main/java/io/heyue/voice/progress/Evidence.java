package io.heyue.voice.progress;

import io.heyue.voice.tone.CallTone;

/** One thing that tells what became of a call. */
public sealed interface Evidence {
  /** A machine said so. */
  record Announcement(Match match) implements Evidence {}

  /** A fax machine whistled. */
  record Fax() implements Evidence {}

  /** It was taken, as far as is known by whom. */
  record Answer(Answerer who) implements Evidence {}

  /**
   * The network named a cause.
   *
   * @param q850 1 to 127
   */
  record Cause(int q850) implements Evidence {}

  /**
   * The network refused it.
   *
   * @param sip 300 to 699
   */
  record Status(int sip) implements Evidence {}

  /** The network's tone was heard. */
  record Tone(CallTone tone) implements Evidence {}

  /**
   * We wanted it no more.
   *
   * @param rangOut since it had rung long enough
   */
  record Withdrawn(boolean rangOut) implements Evidence {}

  /** It rang over there. */
  record Rang() implements Evidence {}

  /** Nobody gave a sign, or a message could not be sent. */
  record NoSign() implements Evidence {}
}
