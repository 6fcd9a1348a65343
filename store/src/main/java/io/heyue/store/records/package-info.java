/**
 * What the lender's records say, read back in the terms of the kernel: accounts, borrowers, contact
 * points, payments.
 *
 * <p>The import writes these tables; here nothing is written but that a payment was taken note of.
 * {@link io.heyue.store.records.Fields} names their sealed columns, for both.
 */
@NullMarked
package io.heyue.store.records;

import org.jspecify.annotations.NullMarked;
