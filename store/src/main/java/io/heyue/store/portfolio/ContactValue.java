package io.heyue.store.portfolio;

import io.heyue.core.base.MailAddress;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.base.PostalAddress;

/** The number or address of a contact point. It prints masked. */
public sealed interface ContactValue {

  ContactKind kind();

  /**
   * A telephone number.
   *
   * @param kind mobile or phone
   */
  record Phone(ContactKind kind, PhoneNumber number) implements ContactValue {}

  record Mail(MailAddress address) implements ContactValue {
    @Override
    public ContactKind kind() {
      return ContactKind.EMAIL;
    }
  }

  record Postal(PostalAddress address) implements ContactValue {
    @Override
    public ContactKind kind() {
      return ContactKind.ADDRESS;
    }
  }

  /** An account in the lender's app, by the name that the app knows. */
  record App(String account) implements ContactValue {
    @Override
    public ContactKind kind() {
      return ContactKind.APP;
    }

    @Override
    public String toString() {
      return "App[***]";
    }
  }

  static ContactValue of(ContactKind kind, String value) {
    return switch (kind) {
      case MOBILE, PHONE -> new Phone(kind, new PhoneNumber(value));
      case EMAIL -> new Mail(new MailAddress(value));
      case ADDRESS -> new Postal(new PostalAddress(value));
      case APP -> new App(value);
    };
  }
}
