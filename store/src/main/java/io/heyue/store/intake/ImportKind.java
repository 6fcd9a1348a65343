package io.heyue.store.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a file holds. */
public enum ImportKind {
  /** Overdue accounts, each with its borrower. */
  ACCOUNTS,
  /** Numbers and addresses at which borrowers are reached. */
  CONTACTS,
  /** Money that came in. */
  PAYMENTS;

  /** The word by which the command line and mapping files name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ImportKind> find(String id) {
    for (ImportKind kind : values()) {
      if (kind.id().equals(id)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Of each set a file must have at least one column. */
  List<Set<Column>> required() {
    return switch (this) {
      case ACCOUNTS ->
          List.of(
              Set.of(Column.ACCOUNT_NUMBER),
              Set.of(Column.NAME),
              Set.of(Column.PERSON_NUMBER, Column.IDENTITY_NUMBER),
              Set.of(Column.OVERDUE),
              Set.of(Column.DUE_DATE));
      case CONTACTS ->
          List.of(
              Set.of(Column.ACCOUNT_NUMBER, Column.PERSON_NUMBER, Column.IDENTITY_NUMBER),
              Set.of(Column.KIND),
              Set.of(Column.VALUE),
              Set.of(Column.RELATION));
      case PAYMENTS ->
          List.of(
              Set.of(Column.ACCOUNT_NUMBER),
              Set.of(Column.AMOUNT),
              Set.of(Column.PAID_AT),
              Set.of(Column.REFERENCE));
    };
  }
}
