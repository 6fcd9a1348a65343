/** The tones of the telephone network and what they say about a call. */
@NullMarked
package io.heyue.voice.tone;

import org.jspecify.annotations.NullMarked;
