/**
 * English of any words by Moonshine tiny, on this machine. Begin with {@code Moonshine}; {@code
 * Search} says how words are found.
 */
@NullMarked
package io.heyue.voice.recognise.moonshine;

import org.jspecify.annotations.NullMarked;
