/**
 * Work that failed and was put aside, so that the rest goes on.
 *
 * <p>The key to understanding it is {@link io.heyue.store.setbacks.Setbacks#free}: a queue that
 * asks by it passes over what was put aside, until it is time to try again.
 */
@NullMarked
package io.heyue.store.setbacks;

import org.jspecify.annotations.NullMarked;
