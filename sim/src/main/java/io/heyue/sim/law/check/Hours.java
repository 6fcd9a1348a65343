package io.heyue.sim.law.check;

import io.heyue.sim.law.world.Happening.Assent;
import io.heyue.sim.law.world.World.Quantity;
import java.util.Optional;

/** When: on the person's clock, unless both agreed on a time. */
final class Hours {
  private static final int HOUR = 3600;

  private Hours() {}

  /** From eight to before ten in the evening: GB/T 45251 §5.3, CBA 2026 ch. 3. */
  static Optional<Objection> china(Scene scene) {
    if (!scene.under("CN")
        || !scene.since(Scene.STANDARD)
        || !scene.begins()
        || scene.agreed(Assent.AGREED_HOURS)) {
      return Scene.no();
    }
    int from = scene.value(Quantity.CN_FROM_HOUR, 8) * HOUR;
    int to = scene.value(Quantity.CN_TO_HOUR, 22) * HOUR;
    return scene.second() >= from && scene.second() < to
        ? Scene.no()
        : Scene.law("hours", "GB/T 45251 §5.3", "it is night on the person's clock");
  }
}
