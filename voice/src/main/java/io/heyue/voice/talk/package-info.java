/**
 * A conversation over a call: what they say goes up in turns, what we say comes down in sentences,
 * and who may be heard by whom is kept in between. Knows no borrower.
 */
@NullMarked
package io.heyue.voice.talk;

import org.jspecify.annotations.NullMarked;
