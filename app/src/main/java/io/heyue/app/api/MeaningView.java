package io.heyue.app.api;

import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion.Feeling;
import io.heyue.core.understanding.Intent;
import io.heyue.store.labels.Meaning;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an utterance means.
 *
 * @param intent that decides the way, by the word of the taxonomy
 * @param also intents that were said beside it
 * @param tone where it was judged
 */
public record MeaningView(
    @Nullable String intent, @Nullable List<String> also, @Nullable ToneView tone) {
  private static final int MOST_BESIDE = 5;
  private static final int MOST_DEGREE = 3;

  /**
   * How it was said.
   *
   * @param feels calm, anxious, angry, sad or hesitant
   * @param degree 0 none to 3 extreme
   * @param goesAlong low, mid or high
   * @param swears whether the words insult whoever they are said to
   */
  public record ToneView(
      @Nullable String feels,
      @Nullable Integer degree,
      @Nullable String goesAlong,
      @Nullable Boolean swears) {
    private static ToneView of(Meaning.Tone tone) {
      return new ToneView(id(tone.feeling()), tone.degree(), id(tone.cooperation()), tone.swears());
    }

    private Meaning.Tone read() {
      if (degree == null || degree < 0 || degree > MOST_DEGREE) {
        throw new Unusable("tone.degree must be from 0 to 3.");
      }
      if (swears == null) {
        throw new Unusable("tone.swears must be true or false.");
      }
      return new Meaning.Tone(
          OneOf.need("tone.feels", feels, List.of(Feeling.values()), MeaningView::id),
          degree,
          OneOf.need("tone.goesAlong", goesAlong, List.of(Cooperation.values()), MeaningView::id),
          swears);
    }
  }

  static MeaningView of(Meaning meaning) {
    return new MeaningView(
        meaning.intent().id(),
        meaning.also().stream().map(Intent::id).sorted().toList(),
        meaning.tone().map(ToneView::of).orElse(null));
  }

  /**
   * @throws Unusable naming the field that is wrong
   */
  Meaning read() {
    List<String> beside = also == null ? List.of() : also;
    if (beside.size() > MOST_BESIDE) {
      throw new Unusable("also may name " + MOST_BESIDE + " intents at most.");
    }
    Intent main = intent("intent", intent);
    Set<Intent> others =
        beside.stream()
            .map(each -> intent("also", each))
            .filter(each -> each != main)
            .collect(Collectors.toSet());
    return new Meaning(main, others, Optional.ofNullable(tone).map(ToneView::read));
  }

  private static Intent intent(String field, @Nullable String id) {
    return OneOf.need(field, id, List.of(Intent.values()), Intent::id);
  }

  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
