package io.heyue.sim.people;

import io.heyue.core.portfolio.Disposition;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Answers what we say back since we may have misheard it: "you say that you have paid this already,
 * is that right?" Whoever is asked knows whether it is so.
 */
final class SaidBack {
  private static final Map<Disposition, Pattern> ASKED = asked();

  private SaidBack() {}

  /** Yes or no; empty where {@code words} say nothing back. */
  static Optional<Reply.Say> answer(String words, Truth truth) {
    return ASKED.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(words).find())
        .map(entry -> truth.right().contains(entry.getKey()) ? "yes" : "no")
        .map(word -> (Reply.Say) Reply.say(word))
        .findFirst();
  }

  private static Map<Disposition, Pattern> asked() {
    Map<Disposition, Pattern> asked = new EnumMap<>(Disposition.class);
    asked.put(
        Disposition.ALREADY_PAID,
        Pattern.compile("您是说这笔钱已经还过了|You say that you have paid this already"));
    asked.put(
        Disposition.DISPUTE,
        Pattern.compile("您是说对这笔账有异议|You say that something about this debt is wrong"));
    asked.put(
        Disposition.REFUSED,
        Pattern.compile("您是说暂时不打算还|You say that you are not going to pay for now"));
    asked.put(
        Disposition.DECEASED,
        Pattern.compile("您是说机主已经过世了|You say that the owner of this number has died"));
    asked.put(
        Disposition.STOP_CONTACT, Pattern.compile("您是不想再接到我们的联系|You would like no more contact"));
    return asked;
  }
}
