package io.heyue.store.intake;

import io.heyue.core.base.Lang;

/**
 * A file that can't be imported at all; nothing of it was. The message, in the operator's language,
 * says where and what is probably wrong, and holds no value of a row.
 */
public final class ImportFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  ImportFailure(String message) {
    super(message);
  }

  static ImportFailure of(Lang language, String chinese, String english) {
    return new ImportFailure(language == Lang.ZH ? chinese : english);
  }
}
