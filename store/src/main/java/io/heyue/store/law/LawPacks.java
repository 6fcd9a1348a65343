package io.heyue.store.law;

import io.heyue.store.postgres.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sets of rules that were ever in use, file by file. Stateless. */
public final class LawPacks {
  /**
   * Keeps a set of rules, if it isn't kept already.
   *
   * @param texts of the files by their names
   */
  public void keep(Sql sql, String version, Map<String, String> texts) {
    List<Object[]> rows = new ArrayList<>();
    texts.forEach((name, text) -> rows.add(new Object[] {version, name, text}));
    var _ =
        sql.batch(
            "insert into law_file (version, name, text) values (?, ?, ?) on conflict do nothing",
            rows);
  }

  /** The files of a set of rules by their names; none where it was never in use. */
  public Map<String, String> texts(Sql sql, String version) {
    Map<String, String> texts = new TreeMap<>();
    sql.each(
        "select name, text from law_file where version = ?",
        row -> texts.put(row.text("name"), row.text("text")),
        version);
    return texts;
  }
}
