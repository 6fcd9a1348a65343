package io.heyue.core.compliance;

import io.heyue.core.base.Span;
import io.heyue.core.words.Plain;
import io.heyue.core.words.Sentences;
import io.heyue.core.words.WordSense;
import io.heyue.core.words.WordSense.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words that are being judged, of which no part is read twice by what was trained: that is what
 * takes time. Lives as long as the judgement; not thread-safe.
 */
final class Passage {
  private static final Reading NOTHING = new Reading(Optional.empty(), true);

  private final Plain plain;
  private final WordSense sense;
  private final List<Span> sentences;
  private final Map<Span, Reading> readings = new HashMap<>();

  Passage(Plain plain, WordSense sense) {
    this.plain = plain;
    this.sense = sense;
    this.sentences = Sentences.of(plain.text());
  }

  /** The words as they were meant. */
  String text() {
    return plain.text();
  }

  /** A place in the original words. */
  Span back(Span span) {
    return plain.back(span);
  }

  /** The sentence in which {@code span} begins, with what ends it. */
  Span sentence(Span span) {
    return sentences.stream()
        .filter(each -> span.start() < each.end())
        .findFirst()
        .orElse(Span.of(0, text().length()));
  }

  /** What a part does; where nothing is spoken, nothing. */
  Reading read(Span part) {
    return readings.computeIfAbsent(part, this::reading);
  }

  private Reading reading(Span part) {
    String words = part.of(text()).strip();
    return words.codePoints().anyMatch(Character::isLetter)
        ? sense.read(words, Sentences.lang(words))
        : NOTHING;
  }

  /** A quick guess of how far a part is to blame. */
  double blame(Span part) {
    String words = part.of(text()).strip();
    return sense.blame(words, Sentences.lang(words));
  }
}
