package io.heyue.store;

import io.heyue.store.conversations.Conversations;
import io.heyue.store.conversations.Pieces;
import io.heyue.store.handovers.Handovers;
import io.heyue.store.labels.Labels;
import io.heyue.store.outbox.Outbox;
import io.heyue.store.records.Fields;
import io.heyue.store.setbacks.PutAside;
import io.heyue.store.vault.SealedColumn;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every column of this floor that holds sealed values, but the ledger's, which is never changed.
 */
public final class SealedColumns {
  private SealedColumns() {}

  public static List<SealedColumn> all() {
    return Stream.of(
            Fields.sealed().stream(),
            Handovers.SEALED.stream(),
            Stream.of(
                Conversations.SEALED, Pieces.SEALED, Outbox.SEALED, PutAside.SEALED, Labels.SEALED))
        .flatMap(columns -> columns)
        .toList();
  }
}
