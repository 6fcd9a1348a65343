package io.heyue.app.installation;

/** The data folder or its configuration is not as it must be. The operator must act. */
public final class InstallationFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public InstallationFailure(String message) {
    super(message);
  }

  public InstallationFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
