/**
 * Campaigns and their work: which accounts are to be written to, how far each of them is, and who
 * is working on it now.
 *
 * <p>Work is claimed with {@code FOR UPDATE SKIP LOCKED}, so that many workers in many processes
 * take different items and a dead one's items come back with its transaction. Planning is one
 * statement over the whole portfolio.
 *
 * <p>The key to understanding it is {@link io.heyue.store.campaigns.Campaigning#claim}: whatever is
 * done for the claimed items happens in the same transaction.
 */
@NullMarked
package io.heyue.store.campaigns;

import org.jspecify.annotations.NullMarked;
