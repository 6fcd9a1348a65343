/** Signalling: how calls are asked for, answered and proved to be ours (RFC 3261). */
@NullMarked
package io.heyue.voice.sip;

import org.jspecify.annotations.NullMarked;
