/**
 * Who owes what, and where they can be reached: the read side of what imports brought in.
 *
 * <p>What: {@link io.heyue.store.portfolio.Portfolio} finds accounts, persons, contact points and
 * payments; the records are rows as they stand in the tables, with personal values opened into
 * their types.
 *
 * <p>Why records of their own, beside those of the kernel: a row may lack what a case needs, and
 * the law must see that it does.
 *
 * <p>Who may call: the application. The key to understanding it is that nothing here decides or
 * changes anything; rows come only from imports.
 */
@NullMarked
package io.heyue.store.portfolio;

import org.jspecify.annotations.NullMarked;
