package io.heyue.sim.law;

import io.heyue.sim.law.house.Judge;
import io.heyue.sim.law.world.Answer;
import io.heyue.sim.law.world.Asked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Permits what both permit. */
record Both(Judge one, Judge other) implements Judge {
  private static final int MOST_WAITS = 16;

  @Override
  public Answer permit(Asked asked) {
    List<Answer> answers = answers(asked);
    if (answers.stream().allMatch(Answer::permitted)) {
      return Answer.permitted(
          answers.stream()
              .flatMap(each -> each.until().stream())
              .min(Instant::compareTo)
              .orElseThrow());
    }
    List<String> rules = new ArrayList<>();
    answers.forEach(each -> rules.addAll(each.rules()));
    return new Answer(Optional.empty(), rules, lawfulFrom(asked, answers), false);
  }

  private List<Answer> answers(Asked asked) {
    return List.of(one.permit(asked), other.permit(asked));
  }

  private Optional<Instant> lawfulFrom(Asked asked, List<Answer> first) {
    List<Answer> answers = first;
    Instant when = asked.at();
    for (int i = 0; i < MOST_WAITS; i++) {
      List<Answer> refusals = answers.stream().filter(each -> !each.permitted()).toList();
      if (refusals.isEmpty()) {
        return Optional.of(when);
      }
      if (refusals.stream().anyMatch(each -> each.lawfulFrom().isEmpty())) {
        return Optional.empty();
      }
      when =
          refusals.stream()
              .flatMap(each -> each.lawfulFrom().stream())
              .max(Instant::compareTo)
              .orElseThrow();
      answers = answers(asked.at(when));
    }
    return Optional.empty();
  }

  @Override
  public List<String> against(Asked asked) {
    return Stream.concat(one.against(asked).stream(), other.against(asked).stream()).toList();
  }
}
