/** Tests of the import, on real files and a real database. */
@NullMarked
package io.heyue.store.intake;

import org.jspecify.annotations.NullMarked;
