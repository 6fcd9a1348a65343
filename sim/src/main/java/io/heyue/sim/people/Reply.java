package io.heyue.sim.people;

import java.util.List;

/** What somebody does next, before it is put into words. */
sealed interface Reply {

  /**
   * Says something.
   *
   * @param situations wordings are kept by these; one of each is said
   * @param agrees whether it agrees to what was read last
   */
  record Say(List<String> situations, boolean agrees) implements Reply {
    public Say {
      situations = List.copyOf(situations);
    }
  }

  /** Says nothing. */
  record Silence() implements Reply {}

  /** Closes the page. */
  record Leave() implements Reply {}

  static Reply say(String... situations) {
    return new Say(List.of(situations), false);
  }

  static Reply agree(String situation) {
    return new Say(List.of(situation), true);
  }

  static Reply silence() {
    return new Silence();
  }

  static Reply leave() {
    return new Leave();
  }
}
