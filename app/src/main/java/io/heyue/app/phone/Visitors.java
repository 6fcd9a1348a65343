package io.heyue.app.phone;

import io.heyue.core.base.PhoneNumber;
import java.util.Optional;
import java.util.function.Function;

/**
 * How whoever calls us is met.
 *
 * @param known who leads the conversation with whoever calls from a number; it may wait. Empty
 *     where the number is nobody's that we know
 * @param notice what all others are told; where there is none, they are declined
 */
public record Visitors(
    Function<PhoneNumber, Optional<? extends Incoming>> known, Optional<Notice> notice) {}
