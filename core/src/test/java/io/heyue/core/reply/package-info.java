/** Tests of the words and of the claims that they make. */
@NullMarked
package io.heyue.core.reply;

import org.jspecify.annotations.NullMarked;
