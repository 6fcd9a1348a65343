package io.heyue.core.law;

import io.heyue.core.base.Channel;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Purpose;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /** Whether a contact falls under it. An unknown licence or product falls under every rule. */
  boolean covers(ContactFacts facts) {
    return (channels.isEmpty() || channels.contains(facts.channel()))
        && (purposes.isEmpty() || purposes.contains(facts.purpose()))
        && covers(facts.lender().licence())
        && covers(facts.debt().product());
  }

  /** Whether lenders of a licence fall under it. */
  public boolean covers(@Nullable Licence licence) {
    return licences.isEmpty() || licence == null || licences.contains(licence);
  }

  /** Whether a product falls under it, by the lender's word for it. */
  public boolean covers(@Nullable String product) {
    return products.isEmpty()
        || product == null
        || products.stream().anyMatch(product.toLowerCase(Locale.ROOT)::contains);
  }
}
