/**
 * The data's way, once through the house: event and understanding in, approved words and events of
 * the case out. Open {@link io.heyue.core.turn.TurnLoop} first.
 */
@NullMarked
package io.heyue.core.turn;

import org.jspecify.annotations.NullMarked;
