package io.heyue.sim.law;

import io.heyue.core.base.Purpose;
import io.heyue.sim.law.check.Objection;
import io.heyue.sim.law.check.Objection.Grade;
import io.heyue.sim.law.check.Oracle;
import io.heyue.sim.law.house.Judge;
import io.heyue.sim.law.world.Answer;
import io.heyue.sim.law.world.Asked;
import io.heyue.sim.law.world.Deed;
import io.heyue.sim.law.world.Log;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds what the house answers against what the law says. Confined to one telling. */
public final class Watch {
  private static final Duration LONGEST_PERMIT = Duration.ofMinutes(10);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LOOKED_AHEAD = Duration.ofDays(8);

  /** To look ahead takes long; every so many refusals are enough. */
  private static final int SILENCES_LOOKED_AT = 16;

  private final Judge judge;
  private final Oracle oracle;
  private final Log log;
  private final Tally tally = new Tally();
  private final List<Fault> faults = new ArrayList<>();
  private int event;

  Watch(Judge judge, Oracle oracle, Log log) {
    this.judge = judge;
    this.oracle = oracle;
    this.log = log;
  }

  void at(int index) {
    event = index;
  }

  void told(int events) {
    tally.world(events);
  }

  public Tally tally() {
    return tally;
  }

  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  private void fault(String check, String article, String words) {
    faults.add(new Fault(check, article, event, words));
  }

  private void fault(Objection objection, String did) {
    fault(objection.clause(), objection.article(), did + " though " + objection.words());
  }

  private static Optional<Objection> binding(List<Objection> objections) {
    return objections.stream().filter(Objection::binds).findFirst();
  }

  /** A contact was asked for. */
  void answered(Asked asked, Answer answer) {
    List<Objection> objections = oracle.against(asked, asked.at(), log);
    if (answer.until().isPresent()) {
      tally.count("permitted");
      binding(objections).ifPresent(objection -> fault(objection, "permitted"));
      permit(asked, answer.until().get());
      return;
    }
    tally.count("refused");
    if (objections.isEmpty()) {
      fault(
          "refused without reason",
          String.join(", ", answer.rules()),
          "refused by " + answer.rules() + " though nothing forbids it");
    } else if (objections.stream().noneMatch(each -> each.grade() == Grade.LAW)) {
      tally.explained(objections.getFirst().clause());
    }
    answer
        .lawfulFrom()
        .ifPresentOrElse(when -> lawfulFrom(asked, when), () -> silence(asked, answer));
  }

  /** Where no time was named from which on it is lawful, there must be none soon. */
  private void silence(Asked asked, Answer answer) {
    if (asked.key() % SILENCES_LOOKED_AT != 0) {
      return;
    }
    tally.count("refused for good, and looked at");
    Instant last = asked.at().plus(LOOKED_AHEAD);
    Instant hour = asked.at().truncatedTo(ChronoUnit.HOURS);
    for (Instant when = hour.plus(HOUR); when.isBefore(last); when = when.plus(HOUR)) {
      if (oracle.against(asked, when, log).isEmpty()) {
        fault(
            "waiting would help",
            String.join(", ", answer.rules()),
            "refused for good by " + answer.rules() + " though at " + when + " nothing forbids it");
        return;
      }
    }
  }

  /** A permit ends with its ten minutes, with the hours, and with the day. */
  private void permit(Asked asked, Instant until) {
    if (until.isAfter(asked.at().plus(LONGEST_PERMIT)) || !until.isAfter(asked.at())) {
      fault("permit's end", "our default", "a permit of " + asked.at() + " ends at " + until);
    }
    if (asked.purpose() != Purpose.REPLY) {
      binding(oracle.against(asked, until.minusMillis(1), log))
          .ifPresent(objection ->
              fault(
                  "permit outlives " + objection.clause(),
                  objection.article(),
                  "a permit is good until " + until + " though then " + objection.words()));
    }
  }

  private void lawfulFrom(Asked asked, Instant when) {
    tally.count("refused, with the time from which on it is lawful");
    if (!when.isAfter(asked.at())) {
      fault("lawful from", "", "what is refused now would be lawful from " + when + ", before now");
      return;
    }
    if (!judge.permit(asked.at(when)).permitted()) {
      fault("lawful from", "", "it is still refused at " + when + ", from when it was said lawful");
    }
    binding(oracle.against(asked, when, log))
        .ifPresent(objection ->
            fault(
                "lawful from: " + objection.clause(),
                objection.article(),
                "said to be lawful from " + when + " though then " + objection.words()));
    Instant before = when.minus(SECOND);
    if (before.isAfter(asked.at())) {
      if (judge.permit(asked.at(before)).permitted()) {
        fault("lawful from", "", "it is permitted a second before " + when + " already");
      } else if (oracle.against(asked, before, log).isEmpty()) {
        fault("lawful from", "", "nothing forbids it a second before " + when + " any more");
      }
    }
  }

  /** A contact was asked for again. */
  void retried(Answer first, Answer again) {
    tally.count("retried");
    if (!first.equals(again)) {
      fault("retry", "once is once", "a retry got another answer than the first try");
    }
  }

  /** A permitted contact was recalled before it was made. */
  void recalled(Asked asked, List<String> rules) {
    tally.count("recalled before it was made");
    if (asked.past() != null && oracle.againstMaking(asked, asked.at(), log).isEmpty()) {
      fault(
          "recalled without reason",
          String.join(", ", rules),
          "recalled by " + rules + " though nothing forbids it");
    }
  }

  /** A permit was to be used. */
  void used(Asked reserved, Asked asked, Answer answer, Deed deed, boolean used) {
    Instant until = answer.until().orElse(Instant.EPOCH);
    boolean ended = !asked.at().isBefore(until);
    if (!used) {
      tally.count(deed.isDone() ? "not done twice" : "not done after its permit's end");
      if (!deed.isDone() && !deed.isExpired() && !deed.isReleased() && !ended) {
        fault("use", "", "a permit that is good until " + until + " could not be used");
      }
      return;
    }
    tally.count("done");
    if (deed.isDone()) {
      fault("done twice", "once is once", "one permit was used twice");
    }
    if (ended) {
      fault("used after its end", "", "a permit that ended at " + until + " was used");
    }
    if (asked.purpose() != Purpose.REPLY) {
      if (!oracle.sameDay(reserved, asked.at())) {
        fault(
            "used on another day",
            "each day has its own count",
            "made on the day after it was reserved");
      }
      // What was before was counted when it was reserved, and needn't be known a second time.
      binding(oracle.againstMaking(asked.after(List.of()), asked.at(), log))
          .ifPresent(objection -> fault(objection, "made"));
    }
  }

  /** Somebody asks later whether an answer was right. */
  void reviewed(Asked asked, Answer answer) {
    tally.count("reviewed later");
    Answer again = judge.permit(asked);
    if (!answer.equals(again)) {
      fault(
          "yesterday by yesterday's rule",
          "",
          "judged again it is " + words(again) + ", then it was " + words(answer));
    }
  }

  private static String words(Answer answer) {
    return answer.permitted()
        ? "permitted until " + answer.until().orElseThrow()
        : "refused by "
            + answer.rules().stream().sorted().collect(Collectors.joining(", "))
            + answer.lawfulFrom().map(when -> " until " + when).orElse("");
  }
}
