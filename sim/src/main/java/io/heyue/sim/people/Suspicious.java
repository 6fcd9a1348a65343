package io.heyue.sim.people;

import java.util.regex.Pattern;

/** Somebody who takes us for fraudsters, and may be convinced by a code that they can check. */
final class Suspicious implements Manner {
  /** What lets them find out who we are: a code on the page, on the telephone a number. */
  private static final Pattern CHECK =
      Pattern.compile("核验码|官方热线|Enter the code|official (hot|help)line|call .{1,40} yourself");

  private final Manner convincedSelf;
  private final boolean convincible;
  private boolean suspected;
  private boolean convinced;

  Suspicious(Manner convincedSelf, boolean convincible) {
    this.convincedSelf = convincedSelf;
    this.convincible = convincible;
  }

  @Override
  public Reply answer(Page page) {
    if (!suspected) {
      suspected = true;
      return Reply.say("suspect");
    }
    boolean code = CHECK.matcher(page.words()).find();
    if (!convinced) {
      if (code && convincible) {
        convinced = true;
        return page.cue() == Cue.PROOF
            ? Reply.say("convinced", "proof")
            : Reply.say("convinced", "me");
      }
      return code ? Reply.say("unconvinced") : Reply.say("suspect");
    }
    return convincedSelf.answer(page);
  }
}
