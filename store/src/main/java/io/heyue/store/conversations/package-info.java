/**
 * Conversations: where each stands, what was said, the links and sessions by which people come to
 * them.
 *
 * <p>The state of a conversation is kept as the text that the caller makes of it; what people said
 * is sealed. Of links and sessions only digests are kept, so that a stolen table opens none.
 */
@NullMarked
package io.heyue.store.conversations;

import org.jspecify.annotations.NullMarked;
