package io.heyue.voice.media;

import java.util.Optional;

/**
 * What was played of something: what was put on the wire, and nothing else. Immutable.
 *
 * @param samples how many
 * @param lastMark the last mark that was reached; empty if none was
 */
public record Played(PlaybackId id, long samples, Optional<String> lastMark, End end) {
  /** Why no more of it is played. */
  public enum End {
    /** All of it was. */
    FINISHED,
    /** It was stopped. */
    FLUSHED
  }
}
