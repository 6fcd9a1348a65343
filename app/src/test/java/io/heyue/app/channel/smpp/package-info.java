/** Tests of smpp over real protocols on loopback, against peers that are not of our making. */
@NullMarked
package io.heyue.app.channel.smpp;

import org.jspecify.annotations.NullMarked;
