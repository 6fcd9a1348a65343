package io.heyue.voice.talk;

import java.time.Duration;

/**
 * A step on the way from the end of their speech to the beginning of ours; told when it is done, to
 * whoever measures how long each takes.
 */
public sealed interface TalkStage {
  /** It was noticed that they fell silent; told again where they go on and stop again. */
  record Silent() implements TalkStage {}

  /** All that they said up to a silence is understood as far as it will be. */
  record Understood() implements TalkStage {}

  /**
   * Their turn is over.
   *
   * @param reason why no sooner ({@link io.heyue.voice.hear.Endpointing.Decision#reason})
   * @param patience the silence that was waited out for it
   */
  record Over(String reason, Duration patience) implements TalkStage {}

  /**
   * A sentence of ours is made; the first one goes to the wire at once.
   *
   * @param id of the saying
   */
  record Made(long id) implements TalkStage {}
}
