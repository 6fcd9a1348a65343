/**
 * Text messages through a gateway that is spoken to by HTTP.
 *
 * <p>What: {@link io.heyue.app.channel.gateway.GatewayCarrier} posts each message by a template, so
 * that one adapter serves many gateways; {@link io.heyue.app.channel.gateway.Signature} proves that
 * what a gateway posts to us is from it.
 *
 * <p>Why POST only: the platform's client may repeat a GET by itself when a connection breaks, and
 * a message must not be sent twice.
 *
 * <p>Who may call: the wiring and the web floor. The key to understanding it is which failures are
 * certain: where no connection came about nothing was taken, after that only the gateway's own
 * words count.
 */
@NullMarked
package io.heyue.app.channel.gateway;

import org.jspecify.annotations.NullMarked;
