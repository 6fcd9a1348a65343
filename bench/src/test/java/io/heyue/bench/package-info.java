/** Tests of the whole house, which need every module to be built. */
@NullMarked
package io.heyue.bench;

import org.jspecify.annotations.NullMarked;
