/** Measures how fast the house is, against a baseline of the same run; asserts nothing. */
@NullMarked
package io.heyue.bench;

import org.jspecify.annotations.NullMarked;
