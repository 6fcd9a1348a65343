package io.heyue.voice.bridge;

import io.heyue.core.base.Lang;

/**
 * What a colleague is told before they are joined to a call.
 *
 * @param lang in which they are told
 * @param summary may be empty: then they are joined at once
 */
public record Briefing(Lang lang, String summary) {
  /** Hides what it says. */
  @Override
  public String toString() {
    return "Briefing[" + lang.code() + "]";
  }
}
