/**
 * Trains the encoders in a JVM of its own: what was learned is written as an adapter, which the
 * build merges into the published encoder. Nothing that runs depends on this room.
 */
@NullMarked
package io.heyue.learn;

import org.jspecify.annotations.NullMarked;
