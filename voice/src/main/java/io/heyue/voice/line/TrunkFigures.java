package io.heyue.voice.line;

import java.time.Instant;
import java.util.Optional;

/**
 * How a trunk is, for a console.
 *
 * @param well whether calls go there
 * @param since when it became so
 * @param standing calls that stand there
 * @param channels how many may
 * @param lastStatus what it last answered, to a call or to the question whether it is there; 408
 *     for silence, empty where nothing was asked yet
 * @param registered whether it knows where we are reached, or needn't
 */
public record TrunkFigures(
    String name,
    boolean well,
    Instant since,
    int standing,
    int channels,
    Optional<Integer> lastStatus,
    boolean registered) {}
