package io.heyue.core.understanding.entity;

import org.jspecify.annotations.Nullable;

/**
 * Knows one kind of entity. Stateless; looks ahead a bounded stretch only, so that offering every
 * place of a text to it stays linear.
 */
@FunctionalInterface
interface Recogniser {

  /** The longest mention of its kind that begins exactly at {@code start}, or null. */
  @Nullable Mention at(int start, Scene scene);
}
