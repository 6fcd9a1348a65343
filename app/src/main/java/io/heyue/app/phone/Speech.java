package io.heyue.app.phone;

import io.heyue.core.channel.ChannelEvent.SpeechHeard;
import io.heyue.core.channel.VoiceTone;
import io.heyue.voice.hear.ProsodyFeatures;
import io.heyue.voice.talk.TheirTurn;

/** What was said on the telephone as an event of the conversation. Pure. */
final class Speech {
  /**
   * Where a recogniser that knows only some sentences is less sure, something else was said: it
   * finds the likeliest of its own in whatever it hears. Between this and 0.6 right and wrong are
   * mixed, and what it heard is asked about (doc/phone.md).
   */
  private static final double GUESSED = 0.2;

  /** What was said before our question was heard is no surer than this, and is asked about. */
  private static final double EARLY = 0.3;

  private Speech() {}

  /** Without words where nothing was understood. */
  static SpeechHeard heard(TheirTurn turn) {
    double confidence = turn.best().isEmpty() ? 0 : turn.best().getFirst().confidence();
    boolean guessed = turn.closed() && confidence < GUESSED;
    return new SpeechHeard(
        guessed ? "" : turn.words(),
        guessed ? 0 : confidence,
        turn.closed(),
        turn.voice().map(Speech::tone));
  }

  /** The same, too unsurely to decide anything that matters. */
  static SpeechHeard unsure(SpeechHeard heard) {
    return new SpeechHeard(
        heard.text(), Math.min(EARLY, heard.confidence()), heard.closed(), heard.tone());
  }

  private static VoiceTone tone(ProsodyFeatures voice) {
    return new VoiceTone(
        voice.pitch(),
        voice.pitchRange(),
        voice.loudness(),
        voice.loudnessRange(),
        voice.rate(),
        voice.pauses());
  }
}
