/** Tests of what is heard, what is negotiated and which rows of a flow are taken. */
@NullMarked
package io.heyue.core.dialogue;

import org.jspecify.annotations.NullMarked;
