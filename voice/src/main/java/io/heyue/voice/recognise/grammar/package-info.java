/**
 * Mandarin at 8 kHz heard by grammars: what may be said is written as rules ({@code *.gram}, {@code
 * open.txt}), and pocketsphinx, a library of the system, finds the likeliest of it. Begin with
 * GrammarRecogniser.
 */
@NullMarked
package io.heyue.voice.recognise.grammar;

import org.jspecify.annotations.NullMarked;
