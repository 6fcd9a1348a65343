/**
 * Model files made at build: the published encoder's weights, with what training changed about them
 * merged in, cut to the layers that are used, in eight-bit integers.
 */
@NullMarked
package io.heyue.brain.model;

import org.jspecify.annotations.NullMarked;
