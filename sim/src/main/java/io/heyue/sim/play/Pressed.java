package io.heyue.sim.play;

import io.heyue.core.channel.ChannelEvent;

/** Keys as the telephone hands them on. */
final class Pressed {
  private Pressed() {}

  /**
   * @param keys a # at the end says that the entry is whole, and isn't part of it
   */
  static ChannelEvent event(String keys) {
    return new ChannelEvent.Keyed(keys.endsWith("#") ? keys.substring(0, keys.length() - 1) : keys);
  }
}
