package io.heyue.core.base;

/** A postal address in one line. */
public record PostalAddress(String reveal) implements Personal {
  public PostalAddress {
    Check.filled("address", reveal);
  }

  @Override
  public String masked() {
    return Mask.keep(reveal, 2, 0);
  }

  @Override
  public String toString() {
    return masked();
  }
}
