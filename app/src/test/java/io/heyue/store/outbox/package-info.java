/**
 * Stands where the outbox stands, because nobody else can make a letter that is due: what carriers
 * are tried with is made here.
 */
@NullMarked
package io.heyue.store.outbox;

import org.jspecify.annotations.NullMarked;
