package io.heyue.brain.encoder;

import java.util.Optional;

/** Names what we said before an answer in the lexicon's words. */
final class After {
  private After() {}

  /**
   * The lexicon's word for the id of a move: read-backs and confirmations of all terms are alike to
   * the person who answers.
   */
  static String of(Optional<String> move) {
    String id = move.orElse("");
    if (id.startsWith("read_back")) {
      return "read_back";
    }
    return switch (id) {
      case "tell_account" -> "state_account";
      case "ask_identity" -> "open";
      case "ask_correction" -> "read_back";
      case "ask_which_day" -> "ask_when";
      case "offer_full" -> "offer_plan";
      case "offer_callback" -> "ask_callback";
      case String other -> other;
    };
  }
}
