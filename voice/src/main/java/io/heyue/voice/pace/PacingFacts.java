package io.heyue.voice.pace;

/**
 * All that decides how many calls may begin now. Immutable.
 *
 * @param resources that are free
 * @param standing calls
 * @param agents on duty who take over from the machine
 * @param experience with calls of late
 */
public record PacingFacts(
    Resources resources, Standing standing, Agents agents, Experience experience) {}
