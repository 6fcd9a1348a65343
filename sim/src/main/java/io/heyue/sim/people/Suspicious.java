package io.heyue.sim.people;

/** Somebody who takes us for fraudsters, and may be convinced by a code that they can check. */
final class Suspicious implements Manner {
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
    boolean code = page.words().contains("核验码") || page.words().contains("Enter the code");
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
