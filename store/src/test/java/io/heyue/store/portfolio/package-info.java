/** Tests of the read side. */
@NullMarked
package io.heyue.store.portfolio;

import org.jspecify.annotations.NullMarked;
