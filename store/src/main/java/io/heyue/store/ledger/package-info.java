/**
 * The ledger: what was done and why, so written that a change shows.
 *
 * <p>What: {@link io.heyue.store.ledger.Ledger} appends sealed entries to sixteen chains of hashes
 * and walks them. Why sixteen: an append locks its chain until it commits, so one chain would let
 * only one turn commit at a time.
 *
 * <p>The hash covers the sealed bytes, so that forgetting the key of what an entry says leaves the
 * proof that nothing was changed.
 */
@NullMarked
package io.heyue.store.ledger;

import org.jspecify.annotations.NullMarked;
