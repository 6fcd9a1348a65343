/**
 * Values that everything else is built of: money, rates, phone numbers, ids, spans, chance, and the
 * words that every room shares (channel, licence, hold …).
 */
@NullMarked
package io.heyue.core.base;

import org.jspecify.annotations.NullMarked;
