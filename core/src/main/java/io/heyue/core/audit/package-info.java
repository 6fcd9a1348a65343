/**
 * The proof of what happened: a canonical encoding and a chain of hashes over it.
 *
 * <p>The key to understanding it is {@link io.heyue.core.audit.Chain}: each link's hash covers the
 * one before, so a changed, removed or reordered row shows.
 */
@NullMarked
package io.heyue.core.audit;

import org.jspecify.annotations.NullMarked;
