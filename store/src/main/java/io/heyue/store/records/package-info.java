/**
 * What the lender's records say, read back in the terms of the kernel: accounts, borrowers, contact
 * points, payments.
 *
 * <p>The import writes these tables; here nothing is written but that a payment was taken note of.
 */
@NullMarked
package io.heyue.store.records;

import org.jspecify.annotations.NullMarked;
