package io.heyue.app.phone;

import io.heyue.voice.talk.Calls;
import java.util.Optional;

/** Makes the telephone of an installation, of what is configured of it. */
public interface Telephony {
  /** An installation without one. */
  Telephony NONE = _ -> Optional.empty();

  /**
   * A telephone that is there.
   *
   * @param calls closed by whoever asked for it
   */
  record Opened(Calls calls, Bridge bridge) {}

  /**
   * Opens it.
   *
   * @return empty where this program has none
   */
  Optional<Opened> open(PhoneSettings settings);
}
