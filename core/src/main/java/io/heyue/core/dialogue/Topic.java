package io.heyue.core.dialogue;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is being negotiated. */
public enum Topic {
  /** Everything or a part by a day. */
  PAY,
  /** What stays owed after a part that was agreed on. */
  REST,
  /** More time. */
  EXTENSION,
  /** A plan. */
  INSTALMENT,
  /** Less. */
  REDUCTION,
  /** The person can't pay; whatever helps. */
  RELIEF;

  /** The word by which files, tables and the API name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Topic> find(String id) {
    for (Topic value : values()) {
      if (value.id().equals(id)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /**
   * From here on this is negotiated. A new topic starts afresh: a day named for another one doesn't
   * count for it. Whoever names sums of a plan in the same breath as a reason for more time is
   * offered the plan first.
   *
   * @param fresh what was named just now
   */
  void begin(StateDraft state, Set<Condition> fresh) {
    boolean stale =
        !fresh.contains(Condition.FRESH_DATE)
            && !fresh.contains(Condition.PAY_EVENT)
            && !fresh.contains(Condition.VAGUE_DATE);
    boolean needsFreshDay = this == RELIEF || this == EXTENSION;
    if (stale && needsFreshDay) {
      Slots.Draft slots = state.slots.draft();
      slots.date = Optional.empty();
      slots.vague = Optional.empty();
      slots.payEvent = false;
      state.slots = slots.build();
    }
    boolean namesPlan =
        fresh.contains(Condition.FRESH_COUNT) || fresh.contains(Condition.FRESH_ABILITY);
    state.topic = Optional.of(this == EXTENSION && namesPlan ? RELIEF : this);
  }
}
