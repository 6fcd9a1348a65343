/**
 * Audio as the telephone carries it: companding, and what is heard where a piece of it was lost.
 */
@NullMarked
package io.heyue.voice.audio;

import org.jspecify.annotations.NullMarked;
