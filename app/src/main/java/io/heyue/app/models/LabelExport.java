package io.heyue.app.models;

import io.heyue.core.audit.Canonical;
import io.heyue.store.labels.Label;
import io.heyue.store.labels.Labels;
import io.heyue.store.ledger.Entry;
import io.heyue.store.ledger.Ledger;
import io.heyue.store.postgres.Transactor;
import io.heyue.store.vault.Vault;
import java.io.BufferedWriter;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes labelled utterances out for training: of people whose consent to that stands in the
 * lender's books and who had shown who they are, since somebody else's words are not theirs to
 * give; or of all where the lender may use them on another ground. How many were taken out, by whom
 * and on which ground stands in the ledger before anything is written.
 */
public final class LabelExport {
  /**
   * By which the lender's books say that a person lets single sentences of theirs, masked, be
   * learned from in the house. Whole conversations are another matter, with a flag of its own.
   */
  public static final String CONSENT = "label_consent";

  private static final int AT_ONCE = 500;

  private final Transactor transactor;
  private final Ledger ledger;
  private final Labels labels;
  private final InstantSource clock;

  public LabelExport(Transactor transactor, Ledger ledger, Vault vault, InstantSource clock) {
    this.transactor = transactor;
    this.ledger = ledger;
    this.labels = new Labels(vault);
    this.clock = clock;
  }

  /**
   * What was taken out.
   *
   * @param labels that were written
   * @param outdated that name an intent which was taken out of the taxonomy
   * @param withheld of people who didn't consent, or hadn't shown who they are
   */
  public record Taken(long labels, long outdated, long withheld) {}

  /** For the ledger. */
  private record TakenOut(String what, String by, long labels, boolean consentedOnly) {}

  /**
   * Writes a line for each, and notes it.
   *
   * @param consentedOnly false where the lender answers for another ground than consent
   */
  public Taken write(BufferedWriter out, boolean consentedOnly, String by) throws IOException {
    Optional<String> flag = consentedOnly ? Optional.of(CONSENT) : Optional.empty();
    long written = 0;
    long outdated = 0;
    long allowed = transactor.get(sql -> labels.countLabelled(sql, flag));
    long withheld = transactor.get(sql -> labels.countLabelled(sql, Optional.empty())) - allowed;
    note(new TakenOut("labels taken out for training", by, allowed, consentedOnly));
    Optional<UUID> after = Optional.empty();
    List<Label> page;
    do {
      Optional<UUID> from = after;
      page = transactor.get(sql -> labels.labelled(sql, flag, from, AT_ONCE));
      for (Label label : page) {
        if (label.meaning().isEmpty()) {
          outdated++;
          continue;
        }
        out.write(LabelJson.of(label));
        out.newLine();
        written++;
      }
      after = page.isEmpty() ? after : Optional.of(page.getLast().id());
    } while (page.size() == AT_ONCE);
    return new Taken(written, outdated, withheld);
  }

  private void note(TakenOut taken) {
    transactor.run(sql ->
        ledger.append(
            sql,
            List.of(
                new Entry(
                    Entry.Kind.ACCESS,
                    clock.instant(),
                    new UUID(0, 0),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Canonical.text(taken)))));
  }
}
