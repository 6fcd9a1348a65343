/**
 * The command line.
 *
 * <p>What: {@link io.heyue.app.cli.CommandLineDoor} runs one command a class; each reads its
 * options, opens what it needs, says in plain words what came of it, and closes everything again.
 *
 * <p>Who may call: the program. The key to understanding it is the exit code: 0 done, 1 it could
 * not be done, 2 the command was not understood, 3 it was done and found something wrong.
 */
@NullMarked
package io.heyue.app.cli;

import org.jspecify.annotations.NullMarked;
