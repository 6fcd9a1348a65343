package io.heyue.store.portfolio;

import io.heyue.core.base.IdentityNumber;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.PersonName;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A person as the lender's files have them.
 *
 * @param language ISO 639 code
 * @param place ISO 3166 code, with a subdivision where the law differs
 * @param payDay day of the month on which money comes in
 * @param flags what the lender knows that bears on contact, such as {@code deceased}; many of them
 *     are named as kinds of holds
 */
public record PersonRecord(
    PersonId id,
    PersonName name,
    Optional<IdentityNumber> identityNumber,
    Optional<String> language,
    Optional<String> place,
    Optional<ZoneId> zone,
    Optional<Integer> payDay,
    List<String> flags) {}
