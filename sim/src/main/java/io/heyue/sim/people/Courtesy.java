package io.heyue.sim.people;

import io.heyue.core.base.Rng;
import java.util.Optional;

/** What everybody does who is willing to talk: says who they are, proves it, says goodbye. */
final class Courtesy {
  private final Rng rng;
  private boolean greeted;
  private int proofs;

  Courtesy(Rng rng) {
    this.rng = rng;
  }

  Optional<Reply> answer(Page page) {
    return switch (page.cue()) {
      case IDENTITY -> {
        boolean greets = !greeted && rng.chance(0.15);
        greeted = true;
        yield Optional.of(Reply.say(greets ? "greet" : "me"));
      }
      case PROOF -> Optional.of(Reply.say(proofs++ == 0 ? "proof" : "proof_again"));
      case MORE -> Optional.of(Reply.say("bye"));
      case CODE -> Optional.of(Reply.say("thanks"));
      case WHEN,
          WHICH_DAY,
          AMOUNT,
          REST,
          REASON,
          ABILITY,
          PAY_DAY,
          CORRECTION,
          PAID_WHEN,
          CALLBACK,
          DISPUTE,
          OFFER_FULL,
          OFFER_PARTIAL,
          OFFER_EXTENSION,
          OFFER_PLAN,
          OFFER_REDUCTION,
          READ_BACK,
          NONE ->
          Optional.empty();
    };
  }
}
