package io.heyue.core.understanding;

/**
 * The language of an utterance.
 *
 * @param code ISO 639-1 or 639-3 code: {@code zh}, {@code yue}, {@code en}, {@code fr} …
 * @param confidence 0 to 1
 */
public record Language(String code, double confidence) {}
