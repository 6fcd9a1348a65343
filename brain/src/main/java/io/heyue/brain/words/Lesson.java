package io.heyue.brain.words;

import io.heyue.core.words.Offence;
import java.util.Optional;

/**
 * A sentence to learn from.
 *
 * @param text normalised
 * @param offence what it does; empty where it may be said
 * @param family of the written example that it is a wording of
 * @param weight how much it counts
 */
public record Lesson(String text, Optional<Offence> offence, int family, float weight) {}
