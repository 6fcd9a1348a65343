package io.heyue.core.base;

/** A person's name as the lender's records have it. */
public record PersonName(String reveal) implements Personal {
  public PersonName {
    Check.filled("name", reveal);
  }

  @Override
  public String masked() {
    return Mask.keep(reveal, 1, 0);
  }

  @Override
  public String toString() {
    return masked();
  }
}
