package io.heyue.sim.law.world;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A contact in the world's log, and what becomes of it. Confined to one telling. */
public final class Deed {
  private final int key;
  private final int person;
  private final String number;
  private final @Nullable Relation relation;
  private final Channel channel;
  private final Purpose purpose;
  private final Instant asked;
  private final String by;
  private final Instant until;
  private State state = State.RESERVED;
  private @Nullable Boolean effective;

  private enum State {
    RESERVED,
    EXPIRED,
    RELEASED,
    DONE
  }

  Deed(Asked asked, Instant until, @Nullable Relation relation) {
    this.key = asked.key();
    this.person = asked.person();
    this.number = asked.point().number();
    this.relation = relation;
    this.channel = asked.channel();
    this.purpose = asked.purpose();
    this.asked = asked.at();
    this.until = until;
    this.by = asked.seat().agency() == null ? "" : asked.seat().agency();
  }

  Deed(Happening.Outside outside, World.Point point) {
    this.key = -1;
    this.person = outside.person();
    this.number = point.number();
    this.relation = point.relation();
    this.channel = outside.channel();
    this.purpose = Purpose.OUTREACH;
    this.asked = outside.when();
    this.until = outside.when();
    this.state = State.DONE;
    this.effective = outside.effective();
    this.by = outside.agency();
  }

  public int key() {
    return key;
  }

  public int person() {
    return person;
  }

  public String number() {
    return number;
  }

  /** Of whoever has the number to the person. */
  public @Nullable Relation relation() {
    return relation;
  }

  public Channel channel() {
    return channel;
  }

  public Purpose purpose() {
    return purpose;
  }

  public String by() {
    return by;
  }

  /** Whether it was made, as far as we know. */
  public boolean isDone() {
    return state == State.DONE;
  }

  /** When it was asked for; it is made on the same day, or never. */
  public Instant at() {
    return asked;
  }

  /** Whether it reached anybody, or nobody knows that it didn't. */
  public boolean reached() {
    return state == State.DONE ? !Boolean.FALSE.equals(effective) : state == State.RESERVED;
  }

  /** Whether it was given back before it was made. */
  public boolean isReleased() {
    return state == State.RELEASED;
  }

  /** Whether its time was over before it was made. */
  public boolean isExpired() {
    return state == State.EXPIRED;
  }

  /** It is given back. */
  public void released() {
    if (state == State.RESERVED) {
      state = State.RELEASED;
    }
  }

  /** Somebody looks at it by a clock that shows {@code now}. */
  void seen(Instant now) {
    if (state == State.RESERVED && !until.isAfter(now)) {
      state = State.EXPIRED;
    }
  }

  /** It was made. */
  public void done() {
    state = State.DONE;
  }

  /** What became of it; who was reached stays reached. */
  public void settled(@Nullable Boolean outcome) {
    if (outcome != null && !Boolean.TRUE.equals(effective)) {
      effective = outcome;
    }
  }
}
