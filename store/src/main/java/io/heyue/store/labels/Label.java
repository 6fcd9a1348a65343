package io.heyue.store.labels;

import io.heyue.core.understanding.ScoredIntent;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An utterance whose meaning a person is asked to say, or said.
 *
 * @param understood what the machine took it for; absent where no machine heard it
 * @param model name and version of the model that did; empty where none did
 * @param meaning what a person says that it means; present where it is labelled, unless that intent
 *     was taken out of the taxonomy since
 * @param settledBy who labelled or dropped it
 */
public record Label(
    UUID id,
    Utterance utterance,
    Optional<ScoredIntent> understood,
    String model,
    Reason reason,
    State state,
    Optional<Meaning> meaning,
    Optional<String> settledBy,
    Optional<Instant> settledAt) {

  /** Why it is here. */
  public enum Reason {
    /** The model was not sure. */
    UNCERTAIN,
    /** A person says that it means something else than the model took it for. */
    CORRECTED;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where it stands. */
  public enum State {
    OPEN,
    /** A person said what it means. */
    LABELLED,
    /** A person said that nothing can be learned from it. */
    DROPPED;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Names it and hides what was said. */
  @Override
  public String toString() {
    return "Label[" + id + " " + reason + " " + state + "]";
  }
}
