package io.heyue.sim.people;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Somebody who has one thing to say: says it at the first of {@code moments}, answers what is asked
 * about it, and repeats it otherwise.
 */
final class OneThing implements Manner {
  private final Courtesy courtesy;
  private final List<String> thing;
  private final Set<Cue> moments;
  private final Map<Cue, String> answers;
  private final String again;
  private boolean said;

  /**
   * @param thing situations whose words say it, all in one message
   * @param moments when it is said first
   * @param answers what is said to particular questions afterwards
   * @param again what is said to everything else afterwards
   */
  OneThing(
      Courtesy courtesy,
      List<String> thing,
      Set<Cue> moments,
      Map<Cue, String> answers,
      String again) {
    this.courtesy = courtesy;
    this.thing = thing;
    this.moments = moments;
    this.answers = answers;
    this.again = again;
  }

  @Override
  public Reply answer(Page page) {
    if (!said && moments.contains(page.cue())) {
      said = true;
      return Reply.say(thing.toArray(String[]::new));
    }
    String answer = answers.get(page.cue());
    if (answer != null) {
      return Reply.say(answer);
    }
    return courtesy.answer(page).orElse(Reply.say(again));
  }
}
