package io.heyue.store.vault;

import org.jspecify.annotations.Nullable;

/**
 * A value can't be sealed or opened, or the key file is not as it must be. The operator must act;
 * the message never holds a value or a key.
 */
public final class VaultFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  VaultFailure(String message) {
    super(message);
  }

  VaultFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
