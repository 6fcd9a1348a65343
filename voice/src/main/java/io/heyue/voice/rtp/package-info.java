/** Audio and keys as packets (RFC 3550, RFC 4733), put in order and in time again. */
@NullMarked
package io.heyue.voice.rtp;

import org.jspecify.annotations.NullMarked;
