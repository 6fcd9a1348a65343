package io.heyue.sim.people;

import java.util.List;

/** Somebody who is angry first, and calms down, complains or swears. */
final class Angry implements Manner {
  private final Manner calmSelf;
  private final Courtesy courtesy;
  private final Ending ending;
  private int outbursts;

  /** Where the anger leads. */
  enum Ending {
    CALMS,
    COMPLAINS,
    SWEARS
  }

  Angry(Courtesy courtesy, Manner calmSelf, Ending ending) {
    this.courtesy = courtesy;
    this.calmSelf = calmSelf;
    this.ending = ending;
  }

  @Override
  public Reply answer(Page page) {
    boolean debt = page.cue() != Cue.IDENTITY && page.cue() != Cue.PROOF;
    if (!debt) {
      return courtesy.answer(page).orElse(Reply.say("thanks"));
    }
    outbursts++;
    if (outbursts == 1) {
      return Reply.say("angry");
    }
    return switch (ending) {
      case CALMS ->
          outbursts == 2 && page.cue() == Cue.WHEN
              ? both(List.of("calmer"), calmSelf.answer(page))
              : calmSelf.answer(page);
      case COMPLAINS -> Reply.say("complain");
      case SWEARS -> Reply.say("swear");
    };
  }

  private static Reply both(List<String> first, Reply then) {
    if (then instanceof Reply.Say say) {
      List<String> all = new java.util.ArrayList<>(first);
      all.addAll(say.situations());
      return new Reply.Say(all, say.agrees());
    }
    return then;
  }
}
