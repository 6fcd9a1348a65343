/** Tests of what a policy may do: lower a price, soften a tone. */
@NullMarked
package io.heyue.core.decision;

import org.jspecify.annotations.NullMarked;
