package io.heyue.core.law;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Purpose;
import java.util.Set;

/**
 * Whom and what a rule applies to. An empty set applies to all.
 *
 * @param licences of the lender
 * @param channels of the contact
 * @param purposes of the contact
 * @param products words of which the product's name holds one
 */
public record Scope(
    Set<Licence> licences, Set<Channel> channels, Set<Purpose> purposes, Set<String> products) {
  public Scope {
    licences = Set.copyOf(licences);
    channels = Set.copyOf(channels);
    purposes = Set.copyOf(purposes);
    products = Set.copyOf(products);
  }

  /** Whether a contact falls under it. An unknown licence falls under every rule. */
  boolean covers(ContactFacts facts) {
    return (licences.isEmpty() || facts.licence() == null || licences.contains(facts.licence()))
        && (channels.isEmpty() || channels.contains(facts.channel()))
        && (purposes.isEmpty() || purposes.contains(facts.purpose()))
        && (products.isEmpty() || products.stream().anyMatch(facts.product()::contains));
  }
}
