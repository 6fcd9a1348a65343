/**
 * Tests of the carriers over real protocols on loopback, against peers that are not of our making.
 */
@NullMarked
package io.heyue.app.channel;

import org.jspecify.annotations.NullMarked;
