/** Tests of the package of the same name. */
@NullMarked
package io.heyue.store.cases;

import org.jspecify.annotations.NullMarked;
