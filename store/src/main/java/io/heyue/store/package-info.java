/**
 * The floor where everything is kept. Begin with {@link io.heyue.store.postgres.Transactor}; each
 * room below keeps one kind of thing.
 */
@NullMarked
package io.heyue.store;

import org.jspecify.annotations.NullMarked;
