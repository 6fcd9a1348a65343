package io.heyue.voice.pace;

/**
 * What calls of late were like. Immutable.
 *
 * @param answered of calls that ended, those that somebody or something took
 * @param asked of those that were taken, those in which a person was asked for
 * @param handled by agents
 */
public record Experience(Counted answered, Counted asked, Handled handled) {
  /** Nothing was counted. */
  public static final Experience NONE =
      new Experience(Counted.NOTHING, Counted.NOTHING, Handled.NOTHING);
}
