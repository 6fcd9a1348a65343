package io.heyue.core.portfolio;

import io.heyue.core.base.Licence;
import org.jspecify.annotations.Nullable;

/**
 * Who the money is owed to.
 *
 * @param name as it stands in the contract
 * @param licence null where the portfolio doesn't say; the law kernel then refuses
 * @param place seat of the lender: ISO 3166 code such as {@code CN}
 */
public record Lender(String name, @Nullable Licence licence, String place) {}
