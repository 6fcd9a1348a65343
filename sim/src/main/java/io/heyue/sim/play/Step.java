package io.heyue.sim.play;

import io.heyue.core.audit.Hash;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.turn.Turn;
import io.heyue.core.understanding.Understanding;
import java.time.ZonedDateTime;

/**
 * One turn of a conversation in memory.
 *
 * @param at on the person's clock
 * @param said what reached the person; empty where nothing may or need be said
 * @param hash of the ledger after it
 */
public record Step(
    ZonedDateTime at, ChannelEvent event, Understanding heard, Turn turn, String said, Hash hash) {}
