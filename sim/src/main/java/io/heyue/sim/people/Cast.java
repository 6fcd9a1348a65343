package io.heyue.sim.people;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rng;
import io.heyue.sim.world.Draws;
import io.heyue.sim.world.Sample;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Gives a sample borrower a kind of person to be. */
public final class Cast {
  /** Nobody here names a day that is farther away. */
  private static final int FARTHEST_DAY = 20;

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private Cast() {}

  /**
   * A person of that kind.
   *
   * @param now when the conversation takes place
   * @param rng the same numbers give the same person
   */
  public static Person person(Persona persona, Sample sample, ZonedDateTime now, Rng rng) {
    return person(persona, sample, false, now, rng);
  }

  /** The same person, who is spoken with by telephone. */
  public static Person caller(Persona persona, Sample sample, ZonedDateTime now, Rng rng) {
    return person(persona, sample, true, now, rng);
  }

  private static Person person(
      Persona persona, Sample sample, boolean spoken, ZonedDateTime now, Rng rng) {
    Lang lang = persona == Persona.ENGLISH_SPEAKER ? Lang.EN : sample.lang();
    LocalDate today = now.toLocalDate();
    Wish wish = wish(sample, now, rng.fork("wish"));
    Role role = Roles.of(persona, wish, today, sample, rng.fork("role"));
    String kin =
        switch (lang) {
          case ZH -> Draws.one(List.of("老婆", "妈妈", "爸爸", "姐姐", "弟弟", "哥"), rng);
          case EN -> Draws.one(List.of("wife", "husband", "brother", "mother", "sister"), rng);
        };
    return new Person(
        persona,
        sample,
        role.wish(),
        role.truth(),
        role.manner(),
        new Tongue(lang, spoken),
        kin,
        today,
        rng.fork("words"));
  }

  /** Draws a kind by weight. */
  public static Persona draw(Rng rng) {
    int all = 0;
    for (Persona persona : Persona.values()) {
      all += persona.weight();
    }
    int at = rng.nextInt(all);
    for (Persona persona : Persona.values()) {
      at -= persona.weight();
      if (at < 0) {
        return persona;
      }
    }
    return Persona.FORGOT;
  }

  /** A person's clock; that of the capital where nobody knows the zone. */
  public static ZonedDateTime local(Sample sample, java.time.Instant now) {
    ZoneId zone = sample.zone();
    return now.atZone(zone == null ? SHANGHAI : zone);
  }

  private static Wish wish(Sample sample, ZonedDateTime now, Rng rng) {
    LocalDate today = now.toLocalDate();
    Money overdue = sample.overdue();
    long hundreds = Math.max(1, overdue.minor() / 10_000);
    long part = Math.max(1, hundreds * Draws.between(2, 7, rng) / 10);
    long wrong = Math.max(1, part - 1) == part ? part + 1 : Math.max(1, part - 1);
    int count = Math.clamp(hundreds, 2, Draws.between(2, 6, rng));
    long ability = Math.max(1, (hundreds + 1) / Draws.between(2, 6, rng) + 1);
    ZonedDateTime callback =
        now.plusDays(Draws.between(0, 2, rng))
            .withHour(Draws.between(15, 20, rng))
            .withMinute(0)
            .withSecond(0)
            .withNano(0)
            .withZoneSameInstant(ZoneOffset.UTC)
            .withZoneSameInstant(now.getZone());
    return new Wish(
        overdue,
        Optional.empty(),
        Money.fen(wrong * 10_000),
        today.plusDays(Draws.between(1, FARTHEST_DAY, rng)),
        sample.payDay(),
        count,
        Money.fen(ability * 10_000),
        today.minusDays(Draws.between(1, 3, rng)),
        callback.isAfter(now.plusMinutes(30)) ? callback : callback.plusDays(1));
  }

  /** What {@link Roles} makes of a persona. */
  record Role(Wish wish, Manner manner, Truth truth) {}

  static Money part(Wish wish, Rng rng) {
    long hundreds = Math.max(2, wish.overdue().minor() / 10_000);
    return Money.fen(Math.max(1, hundreds * Draws.between(3, 7, rng) / 10) * 10_000);
  }
}
