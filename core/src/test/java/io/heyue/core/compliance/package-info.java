/** Tests of the guard: contacts, moves and words that it must refuse. */
@NullMarked
package io.heyue.core.compliance;

import org.jspecify.annotations.NullMarked;
