/** Tests of whole turns through the house. */
@NullMarked
package io.heyue.core.turn;

import org.jspecify.annotations.NullMarked;
