/**
 * From a move to words and the claims they make. The words come from approved phrases; every sum,
 * day, name and right in them is a claim that the guard can hold against the facts.
 */
@NullMarked
package io.heyue.core.reply;

import org.jspecify.annotations.NullMarked;
