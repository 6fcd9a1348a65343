/**
 * Where an installation lies and how it is set up.
 *
 * <p>What: {@link io.heyue.app.installation.Installation} is the data folder, {@link
 * io.heyue.app.installation.Settings} what its operator configured, {@link
 * io.heyue.app.installation.Checkout} the folder of the program.
 *
 * <p>Why a marker in the folder: sample people and real people must never lie in one database, so a
 * folder says what it holds, and a program that expects the other kind stops.
 *
 * <p>Who may call: everything that starts something. The key to understanding it is that all of it
 * is read before anything is opened, so that a mistake ends the start with one clear sentence.
 */
@NullMarked
package io.heyue.app.installation;

import org.jspecify.annotations.NullMarked;
