/** Tests of mail over real protocols on loopback, against peers that are not of our making. */
@NullMarked
package io.heyue.app.channel.mail;

import org.jspecify.annotations.NullMarked;
