/**
 * What was understood of each utterance, and the queue of those whose meaning a person is asked to
 * say, so that the models learn from them. The key to understanding it is {@link
 * io.heyue.store.labels.Labels}. Words are kept masked, and go with the message that they are from.
 */
@NullMarked
package io.heyue.store.labels;

import org.jspecify.annotations.NullMarked;
