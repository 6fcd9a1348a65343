package io.heyue.voice.media;

/** What is sent while nothing is to be played. */
public enum Comfort {
  /** No packets. The next word bears a mark that speech begins. */
  NOTHING,

  /**
   * Noise of about −65 dBm0, hardly heard: routers keep the way back open, and the other side takes
   * nobody for gone.
   */
  NOISE
}
