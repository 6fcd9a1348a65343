package io.heyue.voice.line;

/**
 * The ways by which keys of one call come: as events among the audio (RFC 4733), or as messages of
 * signalling (INFO). Some gateways send each press by both; whoever sends events at all is heard by
 * those alone. Used by one call's mailbox.
 */
final class KeyWays {
  private static final char NONE = 0;

  private boolean events;
  private char last = NONE;

  /** An event came; whether it is a press that wasn't counted yet. */
  boolean byEvent(char key) {
    boolean counted = !events && last == key;
    events = true;
    return !counted;
  }

  /** A message came; whether it is a press that wasn't counted yet. */
  boolean byMessage(char key) {
    last = key;
    return !events;
  }
}
