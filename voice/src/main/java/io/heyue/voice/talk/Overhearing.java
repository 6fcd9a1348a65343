package io.heyue.voice.talk;

/** Has calls listened to while they are held. Thread-safe. */
@FunctionalInterface
public interface Overhearing {
  /** Somebody took a call just now. */
  Overheard begin();
}
