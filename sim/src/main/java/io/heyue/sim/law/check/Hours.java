package io.heyue.sim.law.check;

import io.heyue.core.base.Channel;
import io.heyue.sim.law.world.Happening.Assent;
import io.heyue.sim.law.world.World.Quantity;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** When: on the person's clock, unless both agreed on a time. */
final class Hours {
  private static final int HOUR = 3600;

  private static final long REGULATION_F = LocalDate.of(2021, 11, 30).toEpochDay();
  private static final long RESERVE_BANK = LocalDate.of(2022, 8, 12).toEpochDay();

  private Hours() {}

  /** From eight to nine in the evening: 12 CFR 1006.6(b)(1). */
  static Optional<Objection> unitedStates(Scene scene) {
    return !scene.under("US")
            || !scene.since(REGULATION_F)
            || !scene.begins()
            || scene.agreed(Assent.AGREED_HOURS)
            || within(scene, 8, 21)
        ? Scene.no()
        : Scene.law("hours", "12 CFR 1006.6(b)(1)", "it is too early or too late for the person");
  }

  /** Calls and visits from eight to seven in the evening, whatever was agreed: RBI. */
  static Optional<Objection> india(Scene scene) {
    return !scene.under("IN")
            || !scene.since(RESERVE_BANK)
            || !scene.begins()
            || !Set.of(Channel.CALL, Channel.VISIT).contains(scene.channel())
            || within(scene, 8, 19)
        ? Scene.no()
        : Scene.law("hours", "RBI recovery agents", "it is too early or too late for the person");
  }

  /** Where the law names no hours we keep those of China. */
  static Optional<Objection> everywhere(Scene scene) {
    return !scene.since(Scene.STANDARD)
            || !scene.begins()
            || scene.agreed(Assent.AGREED_HOURS)
            || within(scene, 8, 22)
        ? Scene.no()
        : Scene.ours("hours", "it is night on the person's clock");
  }

  private static boolean within(Scene scene, int from, int to) {
    return scene.second() >= from * HOUR && scene.second() < to * HOUR;
  }

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
