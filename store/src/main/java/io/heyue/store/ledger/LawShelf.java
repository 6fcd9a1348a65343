package io.heyue.store.ledger;

import io.heyue.core.audit.Hash;
import io.heyue.store.postgres.Sql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The rule files of every version of the law that was ever loaded, byte by byte, so that years
 * later it can be shown by which words a contact was judged. Thread-safe.
 */
public final class LawShelf {
  /**
   * Keeps the files of a version, if they are not kept yet.
   *
   * @param files their bytes by their names, such as {@code data/law/cn/cn-gbt-01.yaml}
   */
  public void keep(Sql sql, String version, Map<String, byte[]> files) {
    boolean known =
        sql.get(
            "select exists (select from law_edition where version = ?) as known",
            row -> row.truth("known"),
            version);
    if (known || files.isEmpty()) {
      return;
    }
    List<Object[]> texts = new ArrayList<>();
    List<Object[]> editions = new ArrayList<>();
    files.forEach((name, bytes) -> {
      String hash = Hash.of(bytes).hex();
      texts.add(new Object[] {hash, bytes});
      editions.add(new Object[] {version, name, hash});
    });
    var _ =
        sql.batch("insert into law_text (hash, text) values (?, ?) on conflict do nothing", texts);
    var _ =
        sql.batch(
            """
            insert into law_edition (version, file, hash) values (?, ?, ?) on conflict do nothing
            """,
            editions);
  }

  /** The files of a version by their names, in order; none where it was never kept. */
  public SequencedMap<String, byte[]> files(Sql sql, String version) {
    SequencedMap<String, byte[]> files = new LinkedHashMap<>();
    sql.each(
        """
        select e.file, t.text from law_edition e join law_text t on t.hash = e.hash
        where e.version = ? order by e.file collate "C"
        """,
        row -> files.put(row.text("file"), row.bytes("text")),
        version);
    return files;
  }
}
