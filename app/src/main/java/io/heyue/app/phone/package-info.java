/**
 * Campaigns by telephone: a call is a letter of the outbox, dialled at most once, and its words are
 * those of a conversation, spoken turn by turn. The key to understanding it is {@link
 * io.heyue.app.phone.CallConversation}.
 */
@NullMarked
package io.heyue.app.phone;

import org.jspecify.annotations.NullMarked;
