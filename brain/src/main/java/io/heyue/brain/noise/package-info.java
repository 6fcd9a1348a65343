/** What becomes of words on their way through a telephone and a recogniser. */
@NullMarked
package io.heyue.brain.noise;

import org.jspecify.annotations.NullMarked;
