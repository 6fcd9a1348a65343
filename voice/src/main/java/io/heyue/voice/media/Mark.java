package io.heyue.voice.media;

import io.heyue.core.base.Check;

/**
 * A place in what is played, such as the end of a word. Immutable.
 *
 * @param at samples from the beginning
 * @param id by which it is reported
 */
public record Mark(long at, String id) {
  public Mark {
    Check.that(at >= 0, "at", at, "0 or more");
  }
}
