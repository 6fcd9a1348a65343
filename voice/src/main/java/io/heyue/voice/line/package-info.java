/**
 * Calls: what may happen to one and what is done then. The key to understanding it is {@code
 * CallTable}.
 */
@NullMarked
package io.heyue.voice.line;

import org.jspecify.annotations.NullMarked;
