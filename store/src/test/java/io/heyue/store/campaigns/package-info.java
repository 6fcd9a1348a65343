/** Tests of the package of the same name. */
@NullMarked
package io.heyue.store.campaigns;

import org.jspecify.annotations.NullMarked;
