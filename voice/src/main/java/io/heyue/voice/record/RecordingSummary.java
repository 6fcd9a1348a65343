package io.heyue.voice.record;

import java.time.Instant;

/**
 * What the ledger keeps of a recording, so that it can be told from any other file. Immutable.
 *
 * @param name of the file, from the shelf's folder on, with slashes
 * @param sha256 of the whole file, 64 hexadecimal digits
 * @param samples its length, 8,000 a second
 * @param lost frames of 20 ms that are silent because they came too late, twice, or faster than
 *     they were written
 * @param begun the time of its first sample
 * @param complete false where it was cut off, as by a crash
 */
public record RecordingSummary(
    RecordingId id,
    String name,
    String sha256,
    long samples,
    long lost,
    Instant begun,
    boolean complete) {}
