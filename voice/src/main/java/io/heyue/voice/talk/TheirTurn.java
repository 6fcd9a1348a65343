package io.heyue.voice.talk;

import io.heyue.core.base.Lang;
import io.heyue.voice.hear.ProsodyFeatures;
import io.heyue.voice.recognise.Hypothesis;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What they said until it was our turn.
 *
 * @param best what may have been said, the likeliest first; empty where somebody spoke and nothing
 *     was understood
 * @param closed whether only expected phrases could be heard ({@link
 *     io.heyue.voice.recognise.Recogniser#closed})
 * @param lang in which it was heard
 * @param voice how it sounded against their own beginning; empty where that isn't known yet
 * @param over whether they spoke over us, so that our last words weren't all heard
 * @param since how long ago they fell silent
 */
public record TheirTurn(
    List<Hypothesis> best,
    boolean closed,
    Lang lang,
    Optional<ProsodyFeatures> voice,
    boolean over,
    Duration since) {
  public TheirTurn {
    best = List.copyOf(best);
  }

  /** The likeliest words; empty where nothing was understood. */
  public String words() {
    return best.isEmpty() ? "" : best.getFirst().words();
  }

  /** Hides what was said. */
  @Override
  public String toString() {
    return "TheirTurn[" + best.size() + " hypotheses, " + lang + "]";
  }
}
