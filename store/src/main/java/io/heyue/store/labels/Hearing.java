package io.heyue.store.labels;

import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.understanding.ScoredIntent;
import java.time.Instant;

/**
 * What was understood of a message.
 *
 * @param seq the message's number in the conversation
 * @param asked the id of our move before it; empty where there was none
 * @param understood the intent that decided the way, and how sure that was
 * @param model name and version of the model
 */
public record Hearing(
    ConversationId conversation,
    long seq,
    Instant at,
    Lang lang,
    String asked,
    ScoredIntent understood,
    String model) {}
