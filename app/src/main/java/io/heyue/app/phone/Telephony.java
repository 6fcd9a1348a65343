package io.heyue.app.phone;

import io.heyue.voice.talk.Calls;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes the telephone of an installation, of what is configured of it. */
public interface Telephony {
  /** An installation without one. */
  Telephony NONE = _ -> Optional.empty();

  /**
   * A telephone that is there.
   *
   * @param calls closed by whoever asked for it
   * @param entrance lets calls in that others make to us, from when it is told how they are met
   */
  record Opened(Calls calls, Bridge bridge, Consumer<Visitors> entrance) {}

  /**
   * Opens it.
   *
   * @return empty where this program has none
   */
  Optional<Opened> open(PhoneSettings settings);
}
