package io.heyue.core.understanding;

/**
 * Where an answer came from, so that it can be made again.
 *
 * @param model name and hash of the model's data
 * @param lexicon hash of the examples and rules
 */
public record Provenance(String model, String lexicon) {}
