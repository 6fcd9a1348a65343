package io.heyue.voice.line;

import java.util.Optional;

/**
 * What the end of one try means for the call and for its trunk. Pure: an exchange acts on it.
 *
 * <p>A person whose phone rang is never called by another trunk, nor anybody of whom the network
 * said something: only a trunk that failed before any sign from there is passed over.
 */
final class Failover {
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int PROXY_AUTHENTICATION = 407;

  private Failover() {}

  /**
   * Whether the next trunk may be tried.
   *
   * @param elsewhere whether the call's table allows it
   * @param rang whether it rang, something was heard or somebody took it
   * @param unwanted whether we don't want the call any more
   */
  static boolean another(Ending ending, boolean elsewhere, boolean rang, boolean unwanted) {
    return ending.how() == Ending.How.TRUNK && elsewhere && !rang && !unwanted;
  }

  /** Whether nobody said anything: then it may be us who don't hear. */
  static boolean silent(Ending ending) {
    return ending.how() == Ending.How.TRUNK && ending.status() == 0;
  }

  /** What it says of the trunk; empty where nothing. */
  static Optional<Boolean> sign(Ending ending, boolean rang) {
    if (rang) {
      return Optional.of(true);
    }
    return switch (ending.how()) {
      case TRUNK -> ending.status() == UNAUTHORIZED ? Optional.empty() : Optional.of(false);
      case REFUSED ->
          switch (ending.status()) {
            // That it won't have us says nothing of the next call to somebody else.
            case UNAUTHORIZED, FORBIDDEN, PROXY_AUTHENTICATION -> Optional.empty();
            default -> Optional.of(true);
          };
      case THEY_LEFT, WE_LEFT, NO_AUDIO, TOO_LONG, NOT_TAKEN -> Optional.of(true);
      case CANCELLED -> Optional.empty();
    };
  }
}
