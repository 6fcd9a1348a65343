package io.heyue.core.understanding;

/** How far somebody goes along. */
public enum Cooperation {
  LOW,
  MID,
  HIGH
}
