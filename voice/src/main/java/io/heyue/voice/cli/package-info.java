/** The phone's verbs of the command line. */
@NullMarked
package io.heyue.voice.cli;

import org.jspecify.annotations.NullMarked;
