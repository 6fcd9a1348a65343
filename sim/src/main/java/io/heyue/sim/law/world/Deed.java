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
  private boolean done;
  private @Nullable Boolean effective;

  Deed(Asked asked, @Nullable Relation relation) {
    this.key = asked.key();
    this.person = asked.person();
    this.number = asked.point().number();
    this.relation = relation;
    this.channel = asked.channel();
    this.purpose = asked.purpose();
    this.asked = asked.at();
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
    this.done = true;
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
    return done;
  }

  /** When it was asked for; it is made on the same day, or never. */
  public Instant at() {
    return asked;
  }

  /** Whether it reached anybody, or nobody knows that it didn't. */
  public boolean reached() {
    return !Boolean.FALSE.equals(effective);
  }

  public @Nullable Boolean effective() {
    return effective;
  }

  /** It was made. */
  public void done() {
    done = true;
  }

  /** What became of it; who was reached stays reached. */
  public void settled(@Nullable Boolean outcome) {
    if (!Boolean.TRUE.equals(effective)) {
      effective = outcome;
    }
  }
}
