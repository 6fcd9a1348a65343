package io.heyue.app.phone;

import io.heyue.voice.talk.LiveCalls;

/** Whose calls can be listened to while they are held. */
public interface Audible {
  /** Those that stand. Each is known by the id of its conversation. */
  LiveCalls live();
}
