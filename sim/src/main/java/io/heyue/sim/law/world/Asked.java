package io.heyue.sim.law.world;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Licence;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import io.heyue.sim.law.world.Happening.Assent;
import io.heyue.sim.law.world.Happening.Limits;
import io.heyue.sim.law.world.Happening.Notice;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An intended contact with everything that is known of it, in no law's words. Null is unknown.
 *
 * @param key of the attempt; a retry has the same
 * @param person index of whose debt it is about
 * @param at when, by the clock of whoever asks
 * @param wall when it is in truth
 * @param past what was contacted before, as the budget knows it
 */
public record Asked(
    int key,
    int person,
    Instant at,
    Instant wall,
    Channel channel,
    Purpose purpose,
    Seat seat,
    Who who,
    Point point,
    Debt debt,
    @Nullable Assents assents,
    @Nullable Set<HoldKind> holds,
    Limits limits,
    @Nullable List<Past> past) {

  /** For whom. */
  public record Seat(@Nullable String place, @Nullable Licence licence, @Nullable String agency) {}

  /**
   * Whom.
   *
   * @param decided in spite of what a person decided that they may be contacted
   */
  public record Who(
      @Nullable String place,
      @Nullable ZoneId zone,
      @Nullable Relation relation,
      Set<String> flags,
      Set<String> decided) {}

  /** Where. */
  public record Point(String number, @Nullable NumberSource source) {}

  /** About what. */
  public record Debt(
      String id,
      @Nullable String product,
      @Nullable LocalDate limitationFrom,
      @Nullable Boolean assigned,
      Map<Notice, LocalDate> told,
      BigDecimal price) {}

  /** What was agreed to and what was taken back. */
  public record Assents(Set<Assent> given, Set<Assent> withdrawn) {}

  /**
   * A contact of before.
   *
   * @param own whether it was about the same person; else it was one of somebody else at the number
   * @param by the agency that made it; empty for the lender itself
   * @param to who has the number, in relation to the person
   * @param made whether it was made, as far as anybody knows; else it was only reserved
   */
  public record Past(
      Instant at,
      Channel channel,
      String number,
      @Nullable Boolean effective,
      boolean own,
      String by,
      @Nullable Relation to,
      boolean made) {}

  /** The same contact at another time. */
  public Asked at(Instant other) {
    return new Asked(
        key, person, other, wall, channel, purpose, seat, who, point, debt, assents, holds, limits,
        past);
  }

  /** The same contact after these others. */
  public Asked after(@Nullable List<Past> other) {
    return new Asked(
        key, person, at, wall, channel, purpose, seat, who, point, debt, assents, holds, limits,
        other);
  }

  /** The same contact of somebody else. */
  public Asked with(Who other) {
    return new Asked(
        key, person, at, wall, channel, purpose, seat, other, point, debt, assents, holds, limits,
        past);
  }

  /** The same contact at another number. */
  public Asked with(Point other) {
    return new Asked(
        key, person, at, wall, channel, purpose, seat, who, other, debt, assents, holds, limits,
        past);
  }

  /** The same contact for somebody else. */
  public Asked with(Seat other) {
    return new Asked(
        key, person, at, wall, channel, purpose, other, who, point, debt, assents, holds, limits,
        past);
  }

  /** The same contact about something else. */
  public Asked with(Debt other) {
    return new Asked(
        key, person, at, wall, channel, purpose, seat, who, point, other, assents, holds, limits,
        past);
  }

  /** The same contact under other holds. */
  public Asked held(@Nullable Set<HoldKind> other) {
    return new Asked(
        key, person, at, wall, channel, purpose, seat, who, point, debt, assents, other, limits,
        past);
  }

  /** The same contact with other consents. */
  public Asked with(@Nullable Assents other) {
    return new Asked(
        key, person, at, wall, channel, purpose, seat, who, point, debt, other, holds, limits,
        past);
  }

  /** The same contact under another policy. */
  public Asked under(Limits other) {
    return new Asked(
        key, person, at, wall, channel, purpose, seat, who, point, debt, assents, holds, other,
        past);
  }
}
