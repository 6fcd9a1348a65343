package io.heyue.store.portfolio;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.PersonName;
import io.heyue.core.base.Relation;
import java.util.Map;
import java.util.Optional;

/**
 * A number or address at which a person, or somebody near them, can be reached.
 *
 * @param person the borrower whom it is about
 * @param relation who its holder is to the borrower
 * @param source where it came from; empty where the files don't say
 * @param holder the name of whom it belongs to, if it is not the borrower
 * @param consents what was said for or against a channel; a channel that is not in it is open
 */
public record ContactPointRecord(
    ContactPointId id,
    PersonId person,
    ContactValue value,
    Relation relation,
    Optional<NumberSource> source,
    Optional<PersonName> holder,
    Map<Channel, Boolean> consents) {}
