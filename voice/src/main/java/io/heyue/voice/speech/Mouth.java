package io.heyue.voice.speech;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Says what is written, a sentence at a time, so that the first is heard while the next is made.
 * What was said lately is kept by words and voice. Thread-safe.
 */
public final class Mouth {
  /** A sentence ends at such a mark; a figure's point is none, nor that of "p.m.". */
  private static final Pattern END =
      Pattern.compile("(?<=[。！？!?；;\\n])|(?<=\\.)(?<!\\b\\w\\.)(?<!\\b(?:Mr|Mrs|Ms|Dr)\\.)(?=\\s)");

  private final Voice voice;
  private final int rate;
  private final Map<String, Sound> kept;

  /**
   * @param rate samples a second of what it gives
   * @param most sentences that are kept; 0 for none
   */
  public Mouth(Voice voice, int rate, int most) {
    Check.that(most >= 0, "most", most, "0 or more");
    this.voice = voice;
    this.rate = rate;
    this.kept = Collections.synchronizedMap(new Lately(most));
  }

  private static final class Lately extends LinkedHashMap<String, Sound> {
    private static final long serialVersionUID = 1;

    private final int most;

    Lately(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Sound> eldest) {
      return size() > most;
    }
  }

  /**
   * Says {@code written}.
   *
   * @param heard gets each sentence as soon as it is made, in order
   * @throws VoiceFailure where the voice can't; what it gave before was heard
   */
  public void say(String written, Lang lang, Consumer<Sound> heard) {
    for (String sentence : END.splitAsStream(written).toList()) {
      String words = SpokenText.of(sentence.strip(), lang);
      if (words.codePoints().anyMatch(Character::isLetterOrDigit)) {
        heard.accept(made(words, lang));
      }
    }
  }

  /** All of it, one sentence after the other. */
  public Sound say(String written, Lang lang) {
    List<Sound> parts = new ArrayList<>();
    say(written, lang, parts::add);
    return Sound.of(rate, parts);
  }

  private Sound made(String words, Lang lang) {
    String key = voice.name() + '|' + lang.code() + '|' + words;
    Sound known = kept.get(key);
    if (known == null) {
      known = voice.say(words, lang).at(rate);
      kept.put(key, known);
    }
    return known;
  }
}
