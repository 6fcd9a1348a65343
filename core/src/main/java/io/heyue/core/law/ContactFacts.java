package io.heyue.core.law;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Licence;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Relation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an intended contact. Null means unknown; where a rule needs it, unknown refuses.
 *
 * @param at when it would take place
 * @param channel by which way
 * @param purpose why
 * @param consents what the person agreed to or took back
 * @param holds that stand
 * @param history contacts of this person and at this number, over all campaigns, agencies and
 *     channels
 * @param policy how often the lender wants its people contacted
 */
public record ContactFacts(
    Instant at,
    Channel channel,
    Purpose purpose,
    Seat lender,
    Addressee person,
    Point point,
    Debt debt,
    @Nullable Consents consents,
    @Nullable Set<HoldKind> holds,
    @Nullable List<Trace> history,
    LenderPolicy policy) {
  public ContactFacts {
    holds = holds == null ? null : Set.copyOf(holds);
    history = history == null ? null : List.copyOf(history);
  }

  /**
   * For whom the contact is made.
   *
   * @param place where the lender is: ISO 3166, with subdivision where it matters
   * @param licence what it is licensed as
   * @param agency who makes the contact for it; empty if the lender itself does
   */
  public record Seat(@Nullable String place, @Nullable Licence licence, Optional<String> agency) {}

  /**
   * Who would be contacted.
   *
   * @param place where they are
   * @param zone their time zone
   * @param relation to the debt
   * @param flags what else is known of them, in the words that rules use: {@code vulnerable} …
   * @param decided of these those in spite of which a person decided that they may be contacted
   */
  public record Addressee(
      @Nullable String place,
      @Nullable ZoneId zone,
      @Nullable Relation relation,
      Set<String> flags,
      Set<String> decided) {
    public Addressee {
      flags = Set.copyOf(flags);
      // Contacts that were recorded before anybody could decide are read back without it.
      decided = decided == null ? Set.of() : Set.copyOf(decided);
    }

    /** Somebody of whom nobody decided anything. */
    public Addressee(
        @Nullable String place,
        @Nullable ZoneId zone,
        @Nullable Relation relation,
        Set<String> flags) {
      this(place, zone, relation, flags, Set.of());
    }

    boolean is(Set<String> any) {
      return !Collections.disjoint(flags, any);
    }
  }

  /**
   * The number or address.
   *
   * @param id that says nothing of it; empty if unknown
   * @param source where it came from
   */
  public record Point(String id, @Nullable NumberSource source) {}

  /**
   * The debt that it is about.
   *
   * @param id that says nothing of it; empty if unknown
   * @param product the lender's word for the product
   * @param limitationFrom the last day on which the limitation period began to run: the last demand
   *     or acknowledgment, or the due date
   * @param assigned whether the debt was assigned
   * @param notices when the person was told of what; without an entry nothing shows that they were
   * @param price what it costs a year, everything included, where that is known
   * @param contracted day of the contract
   */
  public record Debt(
      String id,
      @Nullable String product,
      @Nullable LocalDate limitationFrom,
      @Nullable Boolean assigned,
      Map<Notice, LocalDate> notices,
      Optional<Rate> price,
      Optional<LocalDate> contracted) {
    public Debt {
      notices = Map.copyOf(notices);
    }
  }

  /** What a person must be told before certain contacts. */
  public enum Notice {
    /** That the debt belongs to somebody else now. */
    ASSIGNMENT,
    /** That an agency was asked to collect. */
    PLACEMENT
  }

  /** What a person agreed to, and what they took back; what is in neither was never asked. */
  public record Consents(Set<ConsentKind> given, Set<ConsentKind> withdrawn) {
    /** Those of somebody who was never asked. */
    public static final Consents NEVER_ASKED = new Consents(Set.of(), Set.of());

    public Consents {
      given = Set.copyOf(given);
      withdrawn = Set.copyOf(withdrawn);
    }

    /** Those of somebody who said yes or no to one channel, or was never asked (null). */
    public static Consents to(Channel channel, @Nullable Boolean said, boolean agreedHours) {
      ConsentKind kind = ConsentKind.of(channel);
      Set<ConsentKind> hours = agreedHours ? Set.of(ConsentKind.AGREED_HOURS) : Set.of();
      if (said == null) {
        return new Consents(hours, Set.of());
      }
      if (!said) {
        return new Consents(hours, Set.of(kind));
      }
      return new Consents(
          agreedHours ? Set.of(kind, ConsentKind.AGREED_HOURS) : Set.of(kind), Set.of());
    }

    boolean has(ConsentKind kind) {
      return given.contains(kind) && !withdrawn.contains(kind);
    }
  }

  /**
   * A contact that was made, tried or reserved.
   *
   * @param at when
   * @param channel by which way
   * @param number which number or address; empty if unknown, which counts for every number
   * @param effective whether the right party was reached; null if unknown, which counts as reached
   * @param own whether it was a contact of this person; else it was one of somebody else at the
   *     same number, which counts for the number alone
   * @param to whom the number belongs, in relation to the debtor; null if that was not noted
   * @param made whether it was made or may still be; one that was reserved and never made stays an
   *     attempt, but shows nothing of whom it was meant for
   */
  public record Trace(
      Instant at,
      Channel channel,
      String number,
      @Nullable Boolean effective,
      boolean own,
      @Nullable Relation to,
      boolean made) {
    /** A contact of which nobody noted whom it was made to. */
    public Trace(
        Instant at, Channel channel, String number, @Nullable Boolean effective, boolean own) {
      this(at, channel, number, effective, own, null, true);
    }

    /** A contact of the person. */
    public Trace(Instant at, Channel channel, String number, @Nullable Boolean effective) {
      this(at, channel, number, effective, true, null, true);
    }

    /** The same contact, as it is for somebody else who has that number. */
    public Trace ofAnother() {
      return new Trace(at, channel, number, effective, false, to, made);
    }

    /** The same contact at another time. */
    public Trace moved(Instant other) {
      return new Trace(other, channel, number, effective, own, to, made);
    }

    /** The same contact, reserved and never made: it reached nobody. */
    public Trace neverMade() {
      return new Trace(at, channel, number, false, own, to, false);
    }

    /** Whether the right party was reached, or nobody knows that they weren't. */
    boolean reached() {
      return !Boolean.FALSE.equals(effective);
    }
  }

  /** Whether both sides agreed to a contact at this time. */
  boolean agreedHours() {
    return consents != null && consents.has(ConsentKind.AGREED_HOURS);
  }

  /** The same contact at another time. */
  public ContactFacts at(Instant other) {
    return new ContactFacts(
        other, channel, purpose, lender, person, point, debt, consents, holds, history, policy);
  }

  /** The same contact after these others. */
  public ContactFacts after(List<Trace> contacts) {
    return new ContactFacts(
        at, channel, purpose, lender, person, point, debt, consents, holds, contacts, policy);
  }

  /** The same contact under {@code other} policy. */
  public ContactFacts under(LenderPolicy other) {
    return new ContactFacts(
        at, channel, purpose, lender, person, point, debt, consents, holds, history, other);
  }

  /** The same facts for an answer: the person chose the time and the way. */
  public ContactFacts answering() {
    Set<ConsentKind> withdrawn = consents == null ? Set.of() : consents.withdrawn();
    return new ContactFacts(
        at,
        channel,
        Purpose.REPLY,
        lender,
        person,
        point,
        debt,
        new Consents(Set.of(ConsentKind.AGREED_HOURS), withdrawn),
        holds,
        List.of(),
        policy);
  }
}
