/**
 * What became of a call that was dialled, and who it is that took it: read from the words, tones
 * and signals of the network, so that the first words are never held back and a machine never hears
 * more than anybody may. Begin with {@code CallProgress}.
 */
@NullMarked
package io.heyue.voice.progress;

import org.jspecify.annotations.NullMarked;
