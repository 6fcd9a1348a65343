/** Tests of the package of the same name. */
@NullMarked
package io.heyue.store.outbox;

import org.jspecify.annotations.NullMarked;
