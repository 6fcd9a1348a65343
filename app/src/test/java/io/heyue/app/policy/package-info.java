/** Tests of the package of the same name. */
@NullMarked
package io.heyue.app.policy;

import org.jspecify.annotations.NullMarked;
