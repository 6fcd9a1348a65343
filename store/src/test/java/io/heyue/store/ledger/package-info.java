/** Tests of the package of the same name. */
@NullMarked
package io.heyue.store.ledger;

import org.jspecify.annotations.NullMarked;
