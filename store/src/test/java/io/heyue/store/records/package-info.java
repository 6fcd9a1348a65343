/** Tests of the package of the same name. */
@NullMarked
package io.heyue.store.records;

import org.jspecify.annotations.NullMarked;
