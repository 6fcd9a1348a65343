package io.heyue.store.records;

import io.heyue.store.vault.Field;
import io.heyue.store.vault.SealedColumn;
import java.util.List;

/** The fields of the portfolio whose values are sealed. */
public final class Fields {
  public static final Field NAME = Field.of("person", "name");
  public static final Field IDENTITY_NUMBER = Field.of("person", "identity_number");
  public static final Field PERSON_NUMBER = Field.of("person", "person_number");
  public static final Field HOLDER = Field.of("contact_point", "holder");

  private Fields() {}

  /** The value of a contact point of one kind, so that a phone number is no address. */
  public static Field contactValue(ContactKind kind) {
    return new Field("contact_point", "value", kind.id());
  }

  /** What is looked up for a lender's number of a person: two lenders may use the same one. */
  public static String personNumberKey(String lender, String number) {
    return lender + '\n' + number;
  }

  /** All of them, for sealing anew after a rotation of keys. */
  public static List<SealedColumn> sealed() {
    return List.of(
        SealedColumn.of(NAME),
        SealedColumn.of(IDENTITY_NUMBER),
        SealedColumn.of(PERSON_NUMBER),
        SealedColumn.of(HOLDER),
        new SealedColumn(Field.of("contact_point", "value"), "kind"));
  }
}
