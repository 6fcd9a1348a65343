/** Tests of {@code io.heyue.core.understanding}. */
@NullMarked
package io.heyue.core.understanding;

import org.jspecify.annotations.NullMarked;
