/** Tests of gateway over real protocols on loopback, against peers that are not of our making. */
@NullMarked
package io.heyue.app.channel.gateway;

import org.jspecify.annotations.NullMarked;
