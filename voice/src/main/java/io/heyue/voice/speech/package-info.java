/** Words on the way to being heard, and sound on the way to being understood. */
@NullMarked
package io.heyue.voice.speech;

import org.jspecify.annotations.NullMarked;
