/** Tests of the canonical encoding and of the chain that a change of the past breaks. */
@NullMarked
package io.heyue.core.audit;

import org.jspecify.annotations.NullMarked;
