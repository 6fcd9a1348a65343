package io.heyue.voice.media;

/** Why a datagram that came was not heard. */
public enum Dropped {
  /** It holds no packet of media. */
  MALFORMED,

  /** Nobody agreed on what it carries. */
  UNKNOWN_TYPE,

  /** It came from where media of this stream doesn't come from. */
  WRONG_ADDRESS,

  /** Another source (SSRC) than the one that is sending. */
  OTHER_SOURCE,

  /** Not encrypted by the key that was agreed, or changed on the way. */
  UNAUTHENTICATED,

  /** It came before. */
  REPLAYED,

  /** It came before it was known who is there. */
  UNCONNECTED
}
