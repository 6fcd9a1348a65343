/**
 * Who may do what.
 *
 * <p>What: {@link io.heyue.app.access.Role} lists the rights of each role, {@link
 * io.heyue.app.access.Route} the right that each address asks for; the security of the server, its
 * test and the table in the documents are all made from these two. {@link
 * io.heyue.app.access.Accounts} keeps people and programs with their secrets, as hashes.
 *
 * <p>Who may call: the web floor. The key to understanding it is that an address that is not listed
 * is refused.
 */
@NullMarked
package io.heyue.app.access;

import org.jspecify.annotations.NullMarked;
