package io.heyue.voice.progress;

import io.heyue.core.base.Span;

/**
 * Words of a machine that were heard. It holds the phrase of the table, not what was heard, since
 * that may be a person's.
 *
 * @param phrase as the table has it
 * @param hint whether it is said beside what matters
 * @param span where it stands in the text that was heard
 * @param errors letters that were heard otherwise
 */
public record Match(Disposition disposition, String phrase, boolean hint, Span span, int errors) {}
