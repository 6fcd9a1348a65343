package io.heyue.store.cases;

import io.heyue.core.base.CaseId;

/**
 * Somebody else appended to the case in the meantime. The work must be done anew on the case as it
 * is now.
 */
public final class VersionConflict extends RuntimeException {
  private static final long serialVersionUID = 1;

  VersionConflict(CaseId matter, long expected) {
    super("Case " + matter + " is no longer at version " + expected + ". Load it again.");
  }
}
