/** Tests of the vault, with real keys and a real database. */
@NullMarked
package io.heyue.store.vault;

import org.jspecify.annotations.NullMarked;
