package io.heyue.voice.recognise;

import io.heyue.voice.hear.Expecting;
import java.util.List;

/**
 * What may be said next, as far as is known. A recogniser of open vocabulary may leave it aside or
 * prefer it; one that is closed hears nothing else.
 *
 * @param kind what was asked
 * @param phrases answers that are known word for word, beside those that go with the kind
 */
public record Expected(Expecting kind, List<String> phrases) {
  /** Anything. */
  public static final Expected ANYTHING = new Expected(Expecting.OPEN, List.of());

  public Expected {
    phrases = List.copyOf(phrases);
  }
}
