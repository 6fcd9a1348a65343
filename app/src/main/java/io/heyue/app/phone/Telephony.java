package io.heyue.app.phone;

import io.heyue.app.engine.CallNotes;
import io.heyue.voice.talk.Calls;
import io.heyue.voice.talk.LiveCalls;
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
   * @param left recordings of earlier runs, seen to before anybody is called
   * @param live for whoever listens to calls
   * @param entrance lets calls in that others make to us, from when it is told how they are met
   */
  record Opened(
      Calls calls, Bridge bridge, Left left, LiveCalls live, Consumer<Visitors> entrance) {}

  /** Recordings that an earlier run left behind, unfinished or unknown to the ledger. */
  interface Left {
    /** Has the ledger know of them. Called once, before anything is recorded. */
    void settle(CallNotes notes);
  }

  /**
   * Opens it.
   *
   * @return empty where this program has none
   */
  Optional<Opened> open(PhoneSettings settings);
}
