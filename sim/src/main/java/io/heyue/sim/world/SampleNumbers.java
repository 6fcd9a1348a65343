package io.heyue.sim.world;

import io.heyue.core.base.IdentityNumber;
import io.heyue.core.base.Lang;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.base.Rng;
import java.util.Locale;

/** Numbers that look like real ones and can't be: no area, no line behind them. */
final class SampleNumbers {
  /** Weights of GB 11643-1999 §5. */
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private static final String CHECK = "10X98765432";

  private SampleNumbers() {}

  /** An identity number with a right checksum from an area (99) that there is not. */
  static IdentityNumber identity(Rng rng) {
    String seventeen =
        String.format(
            Locale.ROOT,
            "99%04d%04d%02d%02d%03d",
            Draws.between(101, 9900, rng),
            Draws.between(1960, 2004, rng),
            Draws.between(1, 12, rng),
            Draws.between(1, 28, rng),
            Draws.between(1, 999, rng));
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
    }
    return new IdentityNumber(seventeen + CHECK.charAt(sum % 11));
  }

  /**
   * The {@code index}-th number of a range in which nobody can be called: 100 begins no mobile
   * number in mainland China; 555-01xx is kept for fiction in North America.
   */
  static PhoneNumber phone(Lang lang, int index) {
    return new PhoneNumber(
        switch (lang) {
          case ZH -> String.format(Locale.ROOT, "+86100%08d", index);
          case EN ->
              String.format(Locale.ROOT, "+1%03d55501%02d", 200 + (index / 100) % 800, index % 100);
        });
  }
}
