/**
 * Warm hand-over: a colleague's phone is called, the colleague is told what it is about while the
 * caller waits, and both are joined. Knows no conversation.
 */
@NullMarked
package io.heyue.voice.bridge;

import org.jspecify.annotations.NullMarked;
