package io.heyue.voice.progress;

/** How a person answered something that we had asked. */
public enum HumanAnswer {
  /** In words that answer it, as whoever leads the conversation found. */
  WORDS,
  /** By a key that we had asked for, or by calling us. */
  KEY
}
