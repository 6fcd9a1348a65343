package io.heyue.core.base;

/** The number of an identity document. */
public record IdentityNumber(String reveal) implements Personal {
  public IdentityNumber {
    Check.filled("identity number", reveal);
  }

  @Override
  public String masked() {
    return Mask.keep(reveal, 3, 2);
  }

  @Override
  public String toString() {
    return masked();
  }
}
