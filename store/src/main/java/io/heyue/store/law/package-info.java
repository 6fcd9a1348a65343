/** Keeps the sets of rules that were in use, so that old contacts can be judged by old rules. */
@NullMarked
package io.heyue.store.law;

import org.jspecify.annotations.NullMarked;
