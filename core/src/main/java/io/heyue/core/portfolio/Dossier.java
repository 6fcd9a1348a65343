package io.heyue.core.portfolio;

/**
 * Everything that a turn must know of whom it talks with: the case, the person, the lender's
 * mandate.
 */
public record Dossier(Case matter, Borrower borrower, Mandate mandate) {
  public Dossier with(Case matter) {
    return new Dossier(matter, borrower, mandate);
  }

  public Account account() {
    return matter.account();
  }
}
