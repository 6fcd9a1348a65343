/** Tests of the encoder and its heads. */
@NullUnmarked
package io.heyue.brain.encoder;

import org.jspecify.annotations.NullUnmarked;
