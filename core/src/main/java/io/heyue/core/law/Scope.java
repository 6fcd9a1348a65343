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
 * @param flags of which one must be known of the person
 */
public record Scope(
    Set<Licence> licences,
    Set<Channel> channels,
    Set<Purpose> purposes,
    Set<String> products,
    Set<String> flags) {
  public Scope {
    licences = Set.copyOf(licences);
    channels = Set.copyOf(channels);
    purposes = Set.copyOf(purposes);
    products = Set.copyOf(products);
    flags = Set.copyOf(flags);
  }

  /** A scope for people of whatever kind. */
  public Scope(
      Set<Licence> licences, Set<Channel> channels, Set<Purpose> purposes, Set<String> products) {
    this(licences, channels, purposes, products, Set.of());
  }

  /** Whether a contact falls under it. An unknown licence or product falls under every rule. */
  boolean covers(ContactFacts facts) {
    return (channels.isEmpty() || channels.contains(facts.channel()))
        && (purposes.isEmpty() || purposes.contains(facts.purpose()))
        && covers(facts.lender())
        && covers(facts.debt().product())
        && (flags.isEmpty() || facts.person().is(flags));
  }

  /** An agency that makes the contact is bound as an agency, whatever its client is. */
  private boolean covers(ContactFacts.Seat lender) {
    return covers(lender.licence())
        || (lender.agency().isPresent() && licences.contains(Licence.AGENCY));
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
