package io.heyue.store.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an import did.
 *
 * @param id of this run
 * @param inserted rows that were new
 * @param updated rows that changed something
 * @param unchanged rows that were there already, just so
 * @param rejected rows that were not taken
 * @param reasons how many rows were rejected for what
 * @param encoding that the file was found to have
 * @param delimiter that the file was found to have
 * @param ignoredHeaders headers that no column is known for
 * @param seenBefore whether the very same file was imported before, and read in the same way
 * @param rejectedFile where the rejected rows are listed, if there are any
 */
public record ImportReport(
    UUID id,
    ImportKind kind,
    long inserted,
    long updated,
    long unchanged,
    long rejected,
    Map<Reason, Long> reasons,
    String encoding,
    char delimiter,
    List<String> ignoredHeaders,
    boolean seenBefore,
    Path rejectedFile) {

  /** All rows of the file. */
  public long rows() {
    return inserted + updated + unchanged + rejected;
  }
}
