/**
 * The way in for a lender's portfolio: files of accounts, contact points and payments.
 *
 * <p>What: {@link io.heyue.store.intake.Importer} reads a file row by row, sets aside each row that
 * can't be used with its reason, and merges the rest into the tables in one transaction, so that a
 * killed import leaves nothing.
 *
 * <p>Why by staging: rows are streamed into a temporary table by COPY, sealed on the way, and set
 * against the tables by a few statements over all of them. That is some fifty times faster than row
 * by row, and the temporary table vanishes with its connection.
 *
 * <p>Who may call: the application. The key to understanding it is {@code Intake}: for each kind of
 * file one class says which columns the staging table has, how a row is read into it, and how it is
 * merged.
 */
@NullMarked
package io.heyue.store.intake;

import org.jspecify.annotations.NullMarked;
