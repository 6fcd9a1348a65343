package io.heyue.store.records;

import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.PersonName;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Borrower;
import io.heyue.core.portfolio.Verification;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person of the portfolio.
 *
 * @param identityTail the last four characters of the identity number, if that is known
 * @param flags bars on contact that the lender told us of
 * @param traits what else the lender told us of the person, such as {@code elderly}
 */
public record PersonRecord(
    PersonId id,
    PersonName name,
    Optional<String> identityTail,
    Lang lang,
    @Nullable String place,
    @Nullable ZoneId zone,
    Optional<Integer> payDay,
    Set<HoldKind> flags,
    Set<String> traits) {
  public PersonRecord {
    flags = Set.copyOf(flags);
    traits = Set.copyOf(traits);
  }

  /** The person as the one who owes {@code account}. */
  public Borrower borrower(Account account) {
    Verification verification =
        identityTail
            .map(tail -> new Verification(Verification.Kind.IDENTITY_TAIL, tail))
            .orElseGet(
                () -> new Verification(Verification.Kind.CONTRACT_TAIL, padded(account.tail())));
    return new Borrower(id, name, verification, lang, place, zone, payDay);
  }

  private static String padded(String tail) {
    return "0".repeat(Math.max(0, 4 - tail.length())) + tail;
  }

  @Override
  public String toString() {
    return "PersonRecord[" + id + "]";
  }
}
