/** Tests of what judges words, and the sentences that it is judged by. */
@NullUnmarked
package io.heyue.brain.words;

import org.jspecify.annotations.NullUnmarked;
