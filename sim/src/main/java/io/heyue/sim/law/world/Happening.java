package io.heyue.sim.law.world;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens. People, points, debts and lenders are named by their indices. One that
 * speaks of a contact that was never asked for does nothing, so that any of them can be left out.
 */
public sealed interface Happening {
  /** When, by the true clock. */
  Instant at();

  /**
   * We want to contact somebody. One with a key that was asked for already is a retry.
   *
   * @param node which of our machines asks, by its own clock
   * @param agency which agency of the lender would make it; -1 for the lender itself
   */
  record Ask(
      Instant at,
      int key,
      int node,
      int person,
      int point,
      int debt,
      Channel channel,
      Purpose purpose,
      int agency)
      implements Happening {}

  /** A node makes the contact that was asked for. */
  record Use(Instant at, int key, int node) implements Happening {}

  /**
   * We learn what became of it.
   *
   * @param effective whether the right party was reached; null if nobody can know
   */
  record Settle(Instant at, int key, @Nullable Boolean effective) implements Happening {}

  /** A node dies, forgets what it was about to do, and starts anew. */
  record Crash(Instant at, int node) implements Happening {}

  /** An agency reports a contact that it made by itself. */
  record Outside(
      Instant at,
      Instant when,
      int person,
      int point,
      Channel channel,
      @Nullable Boolean effective,
      String agency)
      implements Happening {}

  /** A hold is set or lifted. */
  record Hold(Instant at, int person, int debt, HoldKind kind, boolean set) implements Happening {}

  /** Somebody agrees to something or takes it back. */
  record Consent(Instant at, int person, Assent to, boolean given) implements Happening {}

  /** A lender's policy changes; -1 says nothing of a value. */
  record Policy(Instant at, int lender, Limits limits) implements Happening {}

  /** Something is learnt of a person, or turns out not to be so. */
  record Flag(Instant at, int person, String flag, boolean set) implements Happening {}

  /** A person decides that somebody may be contacted in spite of something, or takes it back. */
  record Decision(Instant at, int person, String flag, boolean stands) implements Happening {}

  /** Whoever answers at a point wants to hear no more of it. */
  record Refusal(Instant at, int person, int point) implements Happening {}

  /** A person moves. */
  record Move(Instant at, int person, String place, ZoneId zone) implements Happening {}

  /** Something that we knew can't be relied on any more, or is known again. */
  record Doubt(Instant at, int person, int debt, Gap gap, boolean unknown) implements Happening {}

  /** The limitation period of a debt begins anew. */
  record Demand(Instant at, int person, int debt, LocalDate day) implements Happening {}

  /** The person is told of something. */
  record Told(Instant at, int person, int debt, Notice of, LocalDate day) implements Happening {}

  /** Somebody asks later whether a contact was lawful. */
  record Review(Instant at, int key) implements Happening {}

  /** What people may agree to. */
  enum Assent {
    CALL,
    SMS,
    EMAIL,
    PUSH,
    CHAT,
    LETTER,
    VISIT,
    /** To be spoken to by an artificial voice. */
    AI_VOICE,
    /** To be contacted at a time outside the usual hours. */
    AGREED_HOURS;

    /** That to being contacted by a channel. */
    public static Assent of(Channel channel) {
      return valueOf(channel.name());
    }
  }

  /** What somebody must be told of. */
  enum Notice {
    ASSIGNMENT,
    PLACEMENT
  }

  /** What may be unknown. */
  enum Gap {
    LENDER_PLACE,
    LICENCE,
    PLACE,
    ZONE,
    RELATION,
    SOURCE,
    PRODUCT,
    LIMITATION,
    ASSIGNED,
    CONSENTS,
    HOLDS,
    HISTORY
  }

  /** How often a lender wants people contacted; -1 where it says nothing. */
  record Limits(int triesDay, int reachedDay, int reachedWeek, boolean signed) {
    /** Those of a lender who said nothing. */
    public static final Limits NONE = new Limits(-1, -1, -1, false);
  }
}
