/** Tests of the values that everything else is made of: sums, rates, numbers, chance. */
@NullMarked
package io.heyue.core.base;

import org.jspecify.annotations.NullMarked;
