package io.heyue.voice.progress;

/**
 * What a status or a cause says of a call.
 *
 * @param vague whether networks send it for nearly everything, so that any plainer sign counts more
 */
public record Sign(Disposition disposition, boolean vague) {}
