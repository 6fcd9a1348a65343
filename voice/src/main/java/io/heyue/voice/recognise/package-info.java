/** What was said, in words: recognisers of several makes behind one port. */
@NullMarked
package io.heyue.voice.recognise;

import org.jspecify.annotations.NullMarked;
