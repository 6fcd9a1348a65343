package io.heyue.core.portfolio;

import io.heyue.core.base.Lang;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.PersonName;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The person who owes.
 *
 * @param name shown only to that person
 * @param verification what the person is asked to prove who they are
 * @param lang the language in which they are written to first
 * @param place where they live: ISO 3166 code, with subdivision where the law differs ({@code
 *     US-NY}); null where unknown
 * @param zone null where unknown; the law kernel then refuses
 * @param payDay day of the month on which money comes in, if they told us
 */
public record Borrower(
    PersonId id,
    PersonName name,
    Verification verification,
    Lang lang,
    @Nullable String place,
    @Nullable ZoneId zone,
    Optional<Integer> payDay) {}
