package io.heyue.core.base;

/** An e-mail address. */
public record MailAddress(String reveal) implements Personal {
  public MailAddress {
    Check.filled("e-mail address", reveal);
  }

  @Override
  public String masked() {
    return Mask.keep(reveal, 1, reveal.length() - Math.max(0, reveal.indexOf('@')));
  }

  @Override
  public String toString() {
    return masked();
  }
}
