package io.heyue.core.understanding;

/**
 * An intent and how likely it is.
 *
 * @param confidence calibrated probability, 0 to 1
 */
public record ScoredIntent(Intent intent, double confidence) {}
