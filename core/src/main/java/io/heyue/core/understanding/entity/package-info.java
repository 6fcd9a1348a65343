/**
 * Reads entities out of utterances: sums, dates, times, repetitions, instalments, people, numbers
 * that must stay private. Rules written by hand, no model: what a person promised must be read the
 * same way twice, and every reading can be explained by the rule that made it.
 *
 * <p>The key to understanding it is {@link io.heyue.core.understanding.entity.RuleEntityParser}: a
 * {@code NormalText} is made of the utterance, and at each place every {@code Recogniser} of the
 * language offers at most one {@code Mention}; the longest one stands, and reading goes on behind
 * it. A recogniser looks ahead only a bounded stretch, so the whole is linear in the length of the
 * text.
 *
 * <p>Called by whatever implements {@link io.heyue.core.understanding.Listener}.
 */
@NullMarked
package io.heyue.core.understanding.entity;

import org.jspecify.annotations.NullMarked;
