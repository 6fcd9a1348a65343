package io.heyue.core.budget;

import java.util.Locale;

/** What happens to a permit. */
public enum PermitEvent {
  /** Its holder is about to make the contact; committed before anybody outside hears of it. */
  USE,
  /** Its holder shows that the contact was never made, and gives it back. */
  RELEASE,
  /** Its time is over and nobody used it. */
  EXPIRE,
  /** The right party was reached. */
  REACH,
  /** It is shown that the right party was not reached. */
  MISS;

  /** The word by which drawings name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
