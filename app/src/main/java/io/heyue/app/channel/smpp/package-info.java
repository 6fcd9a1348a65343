/**
 * Text messages by SMPP 3.4, the protocol of SMS centres [1].
 *
 * <p>What: {@link io.heyue.app.channel.smpp.SmppCarrier} submits messages, {@code Link} keeps one
 * session bound, {@code Inbound} takes in receipts and messages from people.
 *
 * <p>Who may call: the wiring. The key to understanding it is the moment after {@code submit_sm}
 * has left and before its answer has come: whatever happens then, we don't know whether the message
 * was taken, and say so.
 *
 * <p>[1] Short Message Peer to Peer Protocol Specification v3.4, 1999
 */
@NullMarked
package io.heyue.app.channel.smpp;

import org.jspecify.annotations.NullMarked;
