/** A chat model and what may go wrong with it, against a server on this machine. */
@NullMarked
package io.heyue.brain.llm;

import org.jspecify.annotations.NullMarked;
