/**
 * Ears: who speaks when, how it sounds, and who has the turn. Begin with {@code TurnTaking}, the
 * table of all that may happen between two who speak.
 */
@NullMarked
package io.heyue.voice.hear;

import org.jspecify.annotations.NullMarked;
