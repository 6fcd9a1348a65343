/**
 * A small lawful world for tests of the kernel: one lender, one borrower, a few rules and words.
 */
@NullMarked
package io.heyue.core.samples;

import org.jspecify.annotations.NullMarked;
