package io.heyue.app.engine;

import java.util.UUID;

/**
 * A recording of a call, as the ledger knows it.
 *
 * @param sha256 of the whole file, hexadecimal
 * @param samples its length, 8,000 a second
 * @param lost frames of 20 ms that are silent in it because they were lost
 * @param complete whether it was sealed to its end
 */
public record Recorded(UUID recording, String sha256, long samples, long lost, boolean complete) {}
