package io.heyue.sim.world;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Rng;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Mandate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Invents borrowers and accounts from a seed. The same seed and index give the same sample. */
public final class Sampler {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final ZoneId URUMQI = ZoneId.of("Asia/Urumqi");

  private final Rng seed;
  private final LocalDate today;
  private final Map<Lang, Mandate> mandates;

  /**
   * @param mandates what lenders let us offer; some offer no reduction
   */
  public Sampler(long seed, LocalDate today, Map<Lang, Mandate> mandates) {
    this.seed = Rng.seeded(seed);
    this.today = today;
    this.mandates = Map.copyOf(mandates);
  }

  /**
   * What is odd about a sample.
   *
   * @see #draw(int, Lang, Oddity)
   */
  public enum Oddity {
    NONE,
    /** Neither place nor time zone is known, so no contact is lawful. */
    NO_ZONE,
    /** The limitation period has passed. */
    TIME_BARRED
  }

  /** The {@code index}-th sample, with what is odd about it drawn too: few lack what they need. */
  public Sample draw(int index, Lang lang) {
    double at = seed.fork("oddity " + index).nextDouble();
    Oddity oddity = at < 0.02 ? Oddity.NO_ZONE : at < 0.04 ? Oddity.TIME_BARRED : Oddity.NONE;
    return draw(index, lang, oddity);
  }

  public Sample draw(int index, Lang lang, Oddity oddity) {
    Rng rng = seed.fork("sample " + index);
    Lenders.Offering offering = Draws.one(Lenders.all(lang), rng);
    boolean barred = oddity == Oddity.TIME_BARRED;
    LocalDate due =
        barred
            ? today.minusYears(3).minusDays(Draws.between(30, 300, rng))
            : today.minusDays(daysPastDue(rng));
    Money overdue = Money.fen(sum(rng));
    Money balance = overdue.times(BigDecimal.valueOf(Draws.between(10, 60, rng), 1));
    Money principal = balance.times(new BigDecimal("1.2"));
    boolean reports = rng.chance(0.7);
    boolean noticed = reports && rng.chance(0.8);
    Rate contract = Rate.parse(Draws.one(List.of("0.108", "0.144", "0.156", "0.18"), rng));
    return new Sample(
        String.format(Locale.ROOT, "S%09d", 100_000_000 + index),
        SampleNames.draw(lang, rng),
        SampleNumbers.identity(rng),
        SampleNumbers.phone(lang, index),
        lang,
        oddity == Oddity.NO_ZONE ? null : "CN",
        oddity == Oddity.NO_ZONE ? null : rng.chance(0.06) ? URUMQI : SHANGHAI,
        Draws.one(List.of(5, 8, 10, 15, 20, 25), rng),
        rng.chance(0.5),
        offering.lender(),
        Draws.one(offering.products(), rng),
        due.minusMonths(Draws.between(3, 30, rng)),
        principal,
        balance,
        overdue,
        due,
        contract,
        new Rate(contract.perYear().multiply(new BigDecimal("1.3"))),
        new Account.LegalFacts(
            reports,
            noticed ? due.plusDays(1) : null,
            barred ? due : due.plusDays(1).isAfter(today) ? today : due.plusDays(1),
            false,
            null),
        mandate(lang, rng.chance(0.5)));
  }

  private Mandate mandate(Lang lang, boolean generous) {
    Mandate mandate = mandates.get(lang);
    if (mandate == null) {
      throw new IllegalStateException("There is no mandate in " + lang + ".");
    }
    return generous
        ? mandate
        : mandate.within(
            mandate.promiseWithinDays(),
            mandate.extensionDays(),
            mandate.instalments(),
            mandate.leastInstalment(),
            BigDecimal.ZERO);
  }

  /** Most are a little late, few very: 1 to 120 days. */
  private static int daysPastDue(Rng rng) {
    double skewed = rng.nextDouble();
    return 1 + (int) (119 * skewed * skewed);
  }

  /** 300.00 to about 12,000.00, with fen. */
  private static long sum(Rng rng) {
    double skewed = rng.nextDouble();
    return 30_000 + (long) (1_170_000 * skewed * skewed) + rng.nextInt(100);
  }
}
