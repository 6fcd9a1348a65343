package io.heyue.voice.bridge;

import io.heyue.core.base.Check;
import io.heyue.voice.sip.SipAddress;

/**
 * A colleague who takes calls over.
 *
 * @param name by which others know them
 * @param phone at which they are called
 */
public record Agent(String name, SipAddress phone) {
  public Agent {
    Check.filled("name", name);
  }

  /** One who is known by the user name of their phone, or by its host where it has none. */
  public static Agent at(SipAddress phone) {
    return new Agent(phone.user().isEmpty() ? phone.host() : phone.user(), phone);
  }
}
