/**
 * The law, asked from outside: an intended act comes in as JSON, a verdict goes out. The command
 * line and the API say the same because both are {@link io.heyue.app.law.LawCheck}; begin reading
 * there. What a fact may be stands in {@code doc/law-check.md}. Words are judged by {@link
 * io.heyue.app.law.WordsDesk}, see {@code doc/words.md}.
 */
@NullMarked
package io.heyue.app.law;

import org.jspecify.annotations.NullMarked;
