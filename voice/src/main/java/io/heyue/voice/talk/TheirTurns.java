package io.heyue.voice.talk;

import io.heyue.core.base.Lang;
import io.heyue.voice.hear.ProsodyFeatures;
import io.heyue.voice.recognise.Hypothesis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What they said since it was our turn last. Of one talk's mailbox. */
final class TheirTurns {
  private final List<Utterance> said = new ArrayList<>();

  void add(Utterance utterance) {
    said.add(utterance);
  }

  boolean has(Utterance utterance) {
    return said.contains(utterance);
  }

  /** What they said before a key says nothing beside it. */
  void ignoreAll() {
    said.forEach(utterance -> utterance.ignored(true));
  }

  /** Whether all that was said to its end is understood as far as it will be. */
  boolean ready() {
    return said.stream().filter(Utterance::ended).allMatch(Utterance::finished);
  }

  /** Takes what makes up the turn; what is still being said stays. */
  List<Utterance> take() {
    List<Utterance> turn = said.stream().filter(each -> each.ended() && !each.ignored()).toList();
    said.removeIf(Utterance::ended);
    return turn;
  }

  boolean isEmpty() {
    return said.stream().allMatch(Utterance::ignored);
  }

  /** How they sounded last. */
  static Optional<ProsodyFeatures> voice(List<Utterance> turn) {
    return turn.stream().map(Utterance::voice).flatMap(Optional::stream).reduce((_, last) -> last);
  }

  /**
   * What a turn may have said: the likeliest of each piece one after the other, then the same with
   * the next likeliest of one of them.
   */
  static List<Hypothesis> best(List<Utterance> turn, Lang lang) {
    List<List<Hypothesis>> parts =
        turn.stream().map(each -> each.heard().best()).filter(best -> !best.isEmpty()).toList();
    if (parts.size() <= 1) {
      return parts.isEmpty() ? List.of() : parts.getFirst();
    }
    List<Hypothesis> all = new ArrayList<>();
    all.add(joined(parts.stream().map(List::getFirst).toList(), lang));
    for (int other = 0; other < parts.size(); other++) {
      if (parts.get(other).size() > 1) {
        List<Hypothesis> chosen = new ArrayList<>(parts.stream().map(List::getFirst).toList());
        chosen.set(other, parts.get(other).get(1));
        all.add(joined(chosen, lang));
      }
    }
    return all;
  }

  /** As sure as each of its pieces, by how much of the whole it is. */
  private static Hypothesis joined(List<Hypothesis> parts, Lang lang) {
    String between = lang == Lang.ZH ? "，" : " ";
    int letters = parts.stream().mapToInt(part -> part.words().length()).sum();
    double confidence =
        parts.stream().mapToDouble(part -> part.confidence() * part.words().length()).sum()
            / letters;
    return new Hypothesis(
        String.join(between, parts.stream().map(Hypothesis::words).toList()),
        Math.clamp(confidence, 0, 1));
  }
}
