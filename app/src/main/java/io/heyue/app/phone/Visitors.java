package io.heyue.app.phone;

import io.heyue.core.base.PhoneNumber;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How whoever calls us is met.
 *
 * @param known who leads the conversation with whoever calls from a number; it may wait. Empty
 *     where the number is nobody's that we know
 * @param notice what all others are told, as far as it may be said when they call; where that is
 *     nothing, they are declined
 */
public record Visitors(
    Function<PhoneNumber, Optional<? extends Incoming>> known, Supplier<Optional<Notice>> notice) {}
