/** Tests of what campaigns by telephone are made of. */
@NullMarked
package io.heyue.app.phone;

import org.jspecify.annotations.NullMarked;
