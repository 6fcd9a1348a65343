package io.heyue.sim.law.check;

import io.heyue.core.base.Licence;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Relation;
import io.heyue.sim.law.world.Deed;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may be contacted about whose debt. */
final class Whom {
  private static final long RESERVE_BANK = LocalDate.of(2026, 7, 1).toEpochDay();
  private static final int DIALS = 3;
  private static final int DAYS = 3;

  /** What shows by itself that somebody is lost, by the guideline. */
  private static final Set<String> LOST =
      Set.of("number_invalid", "lost_contact", "lost_contact_proven");

  /** What the standard lets count beside that, as long as the guideline was not there. */
  private static final Set<String> GONE = Set.of("deceased", "no_capacity");

  private static final Set<String> REFUSED =
      Set.of("contact_refused", "third_party_refused", "refused");

  private Whom() {}

  /** Collection addresses those who owe: GB/T 45251 §5.3. */
  static Optional<Objection> addressee(Scene scene) {
    if (!scene.is(Purpose.OUTREACH, Purpose.CONFIRMATION)
        || Scene.owes(scene.asked().who().relation())) {
      return Scene.no();
    }
    if (scene.under("IN") && scene.since(RESERVE_BANK)) {
      return Scene.law("addressee", "RBI 2026", "collection from somebody who owes nothing");
    }
    if (scene.under("HK")) {
      return Scene.law("addressee", "HKMA 3.4.1", "collection from family or friends");
    }
    if (!scene.under("CN") || !(scene.since(Scene.STANDARD) || older(scene))) {
      return Scene.no();
    }
    return Scene.law("addressee", "GB/T 45251 §5.3", "collection from somebody who owes nothing");
  }

  /** Credit cards (Art. 68 of 2011) and consumer finance (2024) had it before the standard did. */
  private static boolean older(Scene scene) {
    Licence licence = scene.asked().seat().licence();
    String product = scene.asked().debt().product();
    return licence == null
        || licence == Licence.CONSUMER_FINANCE
        || product == null
        || product.contains("credit card");
  }

  /** Others only when the debtor is lost, to ask or relay, and never after a refusal. */
  static Optional<Objection> others(Scene scene) {
    Relation relation = scene.asked().who().relation();
    if (!scene.under("CN")
        || !scene.since(Scene.STANDARD)
        || !scene.begins()
        || relation == null
        || Scene.owes(relation)) {
      return Scene.no();
    }
    if (scene.flagged(REFUSED)) {
      return third("a third party who refused is left alone for good");
    }
    if (!scene.is(Purpose.LOCATE)) {
      return third("a third party may only be asked for the debtor");
    }
    if (scene.flagged(LOST) || (!scene.since(Scene.GUIDELINE) && scene.flagged(GONE))) {
      return Scene.no();
    }
    if (!lost(scene, strictly(scene))) {
      return third("the debtor is not shown to be lost");
    }
    return lost(scene, carefully(scene))
        ? Scene.no()
        : Scene.leeway("third parties", "what may have reached the debtor shows nothing");
  }

  private static Optional<Objection> third(String words) {
    return Scene.law("third parties", "CBA 2026 ch.3; GB/T 45251 §5.3", words);
  }

  /** What was done to reach the debtor. */
  private static List<Deed> strictly(Scene scene) {
    return scene.about().stream()
        .filter(deed -> deed.relation() == Relation.SELF && deed.isDone())
        .toList();
  }

  /** The same, where a contact that was reserved and never made may have reached them. */
  private static List<Deed> carefully(Scene scene) {
    return scene.about().stream()
        .filter(deed -> deed.relation() == Relation.SELF && (deed.isDone() || deed.reached()))
        .toList();
  }

  /**
   * Three dials in a row that nobody answered, from the next day on, or nobody reached on three
   * days in a row; both since the debtor was last reached.
   */
  private static boolean lost(Scene scene, List<Deed> tries) {
    List<Deed> inOrder = tries.stream().sorted(Comparator.comparing(Deed::at)).toList();
    int last = -1;
    for (int i = 0; i < inOrder.size(); i++) {
      last = inOrder.get(i).reached() ? i : last;
    }
    List<Deed> failed = inOrder.subList(last + 1, inOrder.size());
    List<Deed> dials = failed.stream().filter(Counting::call).toList();
    if (dials.size() >= DIALS && scene.day(dials.get(DIALS - 1).at()) < scene.today()) {
      return true;
    }
    List<Long> days =
        failed.stream()
            .map(deed -> scene.day(deed.at()))
            .filter(day -> day < scene.today())
            .distinct()
            .toList();
    for (int i = DAYS - 1; i < days.size(); i++) {
      if (days.get(i) - days.get(i - DAYS + 1) == DAYS - 1) {
        return true;
      }
    }
    return false;
  }
}
