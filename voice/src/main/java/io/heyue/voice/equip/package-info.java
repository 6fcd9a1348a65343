/** Voices, recognisers and ears as they are configured, ready for conversations. */
@NullMarked
package io.heyue.voice.equip;

import org.jspecify.annotations.NullMarked;
