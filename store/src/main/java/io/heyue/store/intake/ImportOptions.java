package io.heyue.store.intake;

import io.heyue.core.audit.Canonical;
import io.heyue.core.audit.Hash;
import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Money;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What holds for a whole file.
 *
 * @param language of the reasons in the file of rejected rows
 * @param rejected where rejected rows are listed; made only if there are any, mode 0600. A file
 *     that is there already is left alone: then it is {@code rejected-2.csv}, and so on
 * @param zone in which the file's times are meant
 * @param currency of sums whose row names none
 * @param lender of accounts whose row names none; may be empty
 * @param licence of that lender, where it is known
 */
public record ImportOptions(
    Lang language,
    Path rejected,
    ZoneId zone,
    Currency currency,
    String lender,
    Optional<Licence> licence) {
  public ImportOptions {
    Check.that(lender.length() <= 100, "length of the lender's name", lender.length(), "up to 100");
  }

  /** What of these options, with {@code mapping}, decides what is read out of a file. */
  public Hash reading(HeaderMapping mapping) {
    return Hash.of(
        Canonical.bytes(
            List.of(
                mapping.digest().hex(),
                zone,
                currency,
                lender,
                licence.map(Licence::id).orElse(""))));
  }

  /** For mainland China, one lender, reasons in Chinese. */
  public static ImportOptions standard(Path rejected) {
    return new ImportOptions(
        Lang.ZH, rejected, ZoneId.of("Asia/Shanghai"), Money.CNY, "", Optional.empty());
  }

  public ImportOptions in(Lang other) {
    return new ImportOptions(other, rejected, zone, currency, lender, licence);
  }

  public ImportOptions of(String otherLender, Licence itsLicence) {
    return new ImportOptions(
        language, rejected, zone, currency, otherLender, Optional.of(itsLicence));
  }
}
