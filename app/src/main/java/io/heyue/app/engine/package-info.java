/**
 * The way of a portfolio through the house: campaigns, first messages, conversations, written
 * confirmations, payments.
 *
 * <p>What: small classes, each doing one thing in transactions of its own, that put the pure turn
 * of {@link io.heyue.core.turn.TurnLoop} to work on the store. They hold no state but connections
 * and listeners; every instance of every process may run at once.
 *
 * <p>Who may call: the web pages, the API, the command line, the simulated world. The key to
 * understanding it is {@link io.heyue.app.engine.Engine}, which wires it, and {@link
 * io.heyue.app.engine.Pulse}, which drives it.
 */
@NullMarked
package io.heyue.app.engine;

import org.jspecify.annotations.NullMarked;
