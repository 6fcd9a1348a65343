package io.heyue.store.records;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Personal;
import io.heyue.core.base.Relation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number or address, and whose it is.
 *
 * @param channels by which it can be reached
 * @param number image of the value that says nothing, the same for everybody who has it and for all
 *     kinds of it; caps are counted by it
 * @param denied whether somebody said that it is not, or not only, the person's, so that it is not
 *     written to
 * @param relation of its holder to the person who owes; null if unknown
 * @param source where it came from; null if unknown
 * @param consents by channel, absent where nobody asked
 */
public record ContactPoint(
    ContactPointId id,
    PersonId person,
    Set<Channel> channels,
    Personal value,
    String number,
    boolean denied,
    @Nullable Relation relation,
    @Nullable NumberSource source,
    Map<Channel, Boolean> consents) {
  public ContactPoint {
    channels = Set.copyOf(channels);
    consents = Map.copyOf(consents);
  }
}
