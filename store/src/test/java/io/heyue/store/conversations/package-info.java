/** Tests of the package of the same name. */
@NullMarked
package io.heyue.store.conversations;

import org.jspecify.annotations.NullMarked;
