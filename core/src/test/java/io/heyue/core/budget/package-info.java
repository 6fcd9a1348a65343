/** Tests of the package of the same name. */
@NullMarked
package io.heyue.core.budget;

import org.jspecify.annotations.NullMarked;
