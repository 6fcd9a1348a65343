/**
 * Messages on their way out, each handed over at most once.
 *
 * <p>The key to understanding it is the order: a message is marked as being sent, and that is
 * committed, before a carrier hears of it. What is found so marked after a crash may have been sent
 * and is never sent again.
 */
@NullMarked
package io.heyue.store.outbox;

import org.jspecify.annotations.NullMarked;
