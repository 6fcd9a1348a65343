package io.heyue.core.compliance;

import io.heyue.core.base.Span;
import io.heyue.core.law.RuleId;

/**
 * Something that words do and may not do.
 *
 * @param category what it is: threat, insult … as rules name it
 * @param reason for people; never holds personal data
 * @param span where, in the original words
 */
public record Misdeed(RuleId rule, String category, String reason, Span span) {}
