package io.heyue.brain.words;

import io.heyue.brain.model.Encoder;
import io.heyue.core.words.Offence;
import io.heyue.core.words.WordSense.Reading;
import io.heyue.core.words.WordSense.Sensed;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The linear head and the encoder of one language, together. Thread-safe. */
final class Judge {
  private static final List<Offence> OFFENCES = List.of(Offence.values());

  /** A sum, a day, a count or a number to call: no word with which somebody could do harm. */
  private static final Pattern FIGURES = Pattern.compile("[\\p{N}\\p{P}\\p{S}\\s年月日号元角分期天时点至到前]*");

  /** A company's name by its end; no reader can know every lender. */
  private static final Pattern COMPANY =
      Pattern.compile(
          "[\\p{L}\\p{N} ]{1,24}(银行|金融|公司|中心|集团|bank|finance|limited|ltd|plc|inc|credit union)");

  /** Below this share of the threshold it is sure that a sentence may be said. */
  private static final double SURE = 0.45;

  /** An address is no words; a reader that never met it would take it for some. */
  private static final Pattern ADDRESS = Pattern.compile("https?://[\\w./?=&%#:-]+");

  /** The same where it is all that stands in a place, without its scheme. */
  private static final Pattern SITE =
      Pattern.compile("[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{2,63}){1,5}(?:/[\\w./?=&%#:-]{0,200})?");

  /** Sentences of a few lenders' phrases; with names and sums in them they are soon forgotten. */
  private static final int LATELY = 256;

  private final WordHeads heads;
  private final Lately encoder;

  Judge(WordHeads heads, Encoder encoder) {
    this.heads = heads;
    this.encoder = new Lately(encoder::scores, LATELY);
  }

  Reading read(String sentence, Approved approved) {
    String words = plain(sentence);
    float[] linear = heads.scores(words);
    float[] deep = encoder.scores(words);
    double likely = likely(linear, deep);
    boolean may = likely < heads.threshold() || approved.holds(words, this::harmless);
    return new Reading(
        may ? Optional.empty() : Optional.of(new Sensed(likeliest(linear, deep), likely)),
        likely < SURE * heads.threshold());
  }

  /** Whether what stands in a place of an approved phrase is what belongs there. */
  private boolean harmless(String place) {
    return FIGURES.matcher(place).matches()
        || COMPANY.matcher(place.strip()).matches()
        || SITE.matcher(place.strip()).matches()
        || likely(place) < heads.threshold();
  }

  private static String plain(String sentence) {
    return sentence.contains("://") ? ADDRESS.matcher(sentence).replaceAll(" ") : sentence;
  }

  /** How far a clause is to blame, by the linear head alone. */
  double blame(String clause) {
    return WordHead.logistic(heads.scores(clause)[WordHead.ANY]);
  }

  double likely(String sentence) {
    String words = plain(sentence);
    return likely(heads.scores(words), encoder.scores(words));
  }

  private double likely(float[] linear, float[] deep) {
    return WordHead.logistic(heads.blend().score(linear[WordHead.ANY], deep[WordHead.ANY]));
  }

  private Offence likeliest(float[] linear, float[] deep) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int column = 0; column < WordHead.ANY; column++) {
      double score = heads.blend().score(linear[column], deep[column]);
      if (score > most) {
        most = score;
        best = column;
      }
    }
    return OFFENCES.get(best);
  }

  WordHeads heads() {
    return heads;
  }
}
