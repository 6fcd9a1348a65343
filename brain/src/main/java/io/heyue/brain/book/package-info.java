/**
 * Reads what lawyers, linguists and strategists wrote into {@code data/}, and refuses to start with
 * anything that is wrong in it.
 *
 * <p>All faults of all files are found in one go, each with its file, its line and a guess at what
 * was meant; half a rule book is never used. {@link io.heyue.brain.book.Books} is the only way in.
 * The key to understanding it is {@link io.heyue.brain.book.Entry}: it reads a mapping key by key,
 * notes what is wrong and goes on with a harmless value, because the faults prevent the book from
 * being handed out at all.
 */
@NullMarked
package io.heyue.brain.book;

import org.jspecify.annotations.NullMarked;
