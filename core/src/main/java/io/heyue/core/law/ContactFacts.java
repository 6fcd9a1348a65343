package io.heyue.core.law;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Licence;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an intended contact. Null means unknown; where a rule needs it, unknown refuses.
 *
 * @param at when it would take place
 * @param channel by which way
 * @param purpose why
 * @param lenderPlace seat of the lender
 * @param personPlace where the person is
 * @param zone the person's time zone
 * @param licence of the lender
 * @param product the lender's word for the product
 * @param relation of the addressee to the debt
 * @param number which number or address, as an id that says nothing
 * @param source where it came from
 * @param consent for this channel: true given, false withdrawn, null never asked
 * @param agreedHours whether the person agreed to this time
 * @param holds that stand
 * @param assigned whether the debt was assigned
 * @param assignmentNotice when that was notified
 * @param history contacts of this person and at this number, over all campaigns, agencies and
 *     channels; null if it could not be read
 */
public record ContactFacts(
    Instant at,
    Channel channel,
    Purpose purpose,
    String lenderPlace,
    @Nullable String personPlace,
    @Nullable ZoneId zone,
    @Nullable Licence licence,
    String product,
    @Nullable Relation relation,
    String number,
    @Nullable NumberSource source,
    @Nullable Boolean consent,
    boolean agreedHours,
    Set<HoldKind> holds,
    @Nullable Boolean assigned,
    @Nullable LocalDate assignmentNotice,
    @Nullable List<Trace> history) {
  public ContactFacts {
    holds = Set.copyOf(holds);
    history = history == null ? null : List.copyOf(history);
  }

  /** The same contact at another time. */
  public ContactFacts at(Instant other) {
    return new ContactFacts(
        other,
        channel,
        purpose,
        lenderPlace,
        personPlace,
        zone,
        licence,
        product,
        relation,
        number,
        source,
        consent,
        agreedHours,
        holds,
        assigned,
        assignmentNotice,
        history);
  }

  /** The same contact after these others. */
  public ContactFacts after(List<Trace> contacts) {
    return new ContactFacts(
        at,
        channel,
        purpose,
        lenderPlace,
        personPlace,
        zone,
        licence,
        product,
        relation,
        number,
        source,
        consent,
        agreedHours,
        holds,
        assigned,
        assignmentNotice,
        contacts);
  }

  /**
   * A contact that was made, tried or reserved.
   *
   * @param at when
   * @param channel by which way
   * @param number which number or address
   * @param effective whether the right party was reached; null if unknown, which counts as reached
   * @param own whether it was a contact of this person; else it was one of somebody else at the
   *     same number, which counts for the number alone
   */
  public record Trace(
      Instant at, Channel channel, String number, @Nullable Boolean effective, boolean own) {
    /** A contact of the person. */
    public Trace(Instant at, Channel channel, String number, @Nullable Boolean effective) {
      this(at, channel, number, effective, true);
    }

    /** The same contact, as it is for somebody else who has that number. */
    public Trace ofAnother() {
      return new Trace(at, channel, number, effective, false);
    }
  }
}
