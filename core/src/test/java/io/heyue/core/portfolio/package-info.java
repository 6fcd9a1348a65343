/** Tests of the case as the fold of its events, of plans and of the verification. */
@NullMarked
package io.heyue.core.portfolio;

import org.jspecify.annotations.NullMarked;
