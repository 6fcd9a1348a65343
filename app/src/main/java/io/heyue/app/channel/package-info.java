/**
 * The ways out of and into the house: SMS centres, SMS gateways, mail servers.
 *
 * <p>What: each package below is one adapter of {@link io.heyue.app.engine.Carrier}; what comes
 * back from the street goes to {@link io.heyue.app.channel.Arrivals}.
 *
 * <p>Why so narrow: a carrier gets a letter whose words were approved and whose permit was
 * reserved, and answers with one of three things: taken, certainly not taken, or unsure. An adapter
 * that is in doubt says unsure, because a message that is lost is better than one that is sent
 * twice.
 *
 * <p>Who may call: the wiring. The key to understanding it is {@link io.heyue.app.engine.Handed}.
 */
@NullMarked
package io.heyue.app.channel;

import org.jspecify.annotations.NullMarked;
