/** Tests of the package of the same name. */
@NullMarked
package io.heyue.store.budget;

import org.jspecify.annotations.NullMarked;
