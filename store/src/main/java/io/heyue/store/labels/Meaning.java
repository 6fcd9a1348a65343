package io.heyue.store.labels;

import io.heyue.core.base.Check;
import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion.Feeling;
import io.heyue.core.understanding.Intent;
import java.util.Optional;
import java.util.Set;

/**
 * What an utterance means, as a person says.
 *
 * @param intent that decides the way
 * @param also what was said beside it
 * @param tone where the person judged it
 */
public record Meaning(Intent intent, Set<Intent> also, Optional<Tone> tone) {
  public Meaning {
    also = Set.copyOf(also);
  }

  /**
   * How it was said.
   *
   * @param degree of the feeling, 0 none to 3 extreme
   * @param swears whether the words insult whoever they are said to
   */
  public record Tone(Feeling feeling, int degree, Cooperation cooperation, boolean swears) {
    private static final int MOST = 3;

    public Tone {
      Check.that(degree >= 0 && degree <= MOST, "degree", degree, "from 0 to 3");
    }
  }
}
