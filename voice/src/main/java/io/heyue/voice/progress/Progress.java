package io.heyue.voice.progress;

import io.heyue.voice.tone.CallTone;

/** What became plain of a call. Times are samples of 8,000 a second, from its first frame. */
public sealed interface Progress {
  long at();

  /** It rings over there, as signalling or a tone says; told once. */
  record Ringing(long at) implements Progress {}

  /** A tone of the network; told when it changes. */
  record Toned(long at, CallTone tone) implements Progress {}

  /** A machine says something that is in the table; told again when it is understood otherwise. */
  record Announced(long at, Match match) implements Progress {}

  record Answered(long at) implements Progress {}

  /** Who took it, as far as is known now; told when it changes. */
  record Judged(long at, Opinion opinion) implements Progress {}

  /** It is over; nothing is told after it. */
  record Ended(long at, Verdict verdict) implements Progress {}
}
