package io.heyue.core.base;

/**
 * A value that says who somebody is. It prints masked wherever it is printed, so a log, an
 * exception or a metric can't give it away; the value itself comes only from {@link #reveal()}, and
 * whoever calls that is found by searching for the word.
 */
public sealed interface Personal
    permits PersonName, IdentityNumber, PhoneNumber, PostalAddress, MailAddress {

  /** The value in clear. Never log, print or throw it. */
  String reveal();

  /** The value with its middle hidden, fit for a screen (JR/T 0171-2020, C2). */
  String masked();
}
