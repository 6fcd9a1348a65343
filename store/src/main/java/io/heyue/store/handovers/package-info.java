/**
 * Conversations that a person is to take over, has taken over or has dealt with.
 *
 * <p>The key to understanding it is that one is written in the transaction of the turn that leads
 * to it: nobody is told that a colleague will see to them without a row here.
 */
@NullMarked
package io.heyue.store.handovers;

import org.jspecify.annotations.NullMarked;
