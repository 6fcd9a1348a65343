package io.heyue.core.compliance;

import io.heyue.core.base.Span;
import io.heyue.core.law.RuleId;

/**
 * What is wrong with words, and where.
 *
 * @param reason for people; never holds personal data
 */
record Fault(RuleId rule, String reason, Span span) {}
