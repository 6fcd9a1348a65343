/**
 * How many calls may begin now, and when a number may be called again: pure functions of what is
 * counted. Begin with {@code Pacing}.
 */
@NullMarked
package io.heyue.voice.pace;

import org.jspecify.annotations.NullMarked;
