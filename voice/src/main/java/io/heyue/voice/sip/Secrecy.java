package io.heyue.voice.sip;

/** Whether audio is encrypted (SRTP by RFC 4568). */
public enum Secrecy {
  /** Where they offer it; ours is offered plain. */
  WHERE_OFFERED,
  /** Always: who can't isn't talked with, and nothing is ever sent plain in its place. */
  ALWAYS
}
