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
 * What was said lately is kept by words, voice and manner. Thread-safe.
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
    for (Piece piece : pieces(written)) {
      heard.accept(made(SpokenText.of(piece.sentence(), lang), lang, Manner.PLAIN));
    }
  }

  /** All of it, one sentence after the other. */
  public Sound say(String written, Lang lang) {
    List<Sound> parts = new ArrayList<>();
    say(written, lang, parts::add);
    return Sound.of(rate, parts);
  }

  /**
   * All of it with where words end, a piece a sentence; none where there is nothing to be said.
   *
   * @throws VoiceFailure where the voice can't
   */
  public List<SpokenPiece> spoken(String written, Lang lang) {
    return spoken(written, lang, Manner.PLAIN);
  }

  /** The same in a manner. */
  public List<SpokenPiece> spoken(String written, Lang lang, Manner manner) {
    List<SpokenPiece> pieces = new ArrayList<>();
    spoken(written, lang, manner, pieces::add);
    return pieces;
  }

  /**
   * The same.
   *
   * @param heard gets each sentence as soon as it is made, in order
   * @throws VoiceFailure where the voice can't; what it gave before was heard
   */
  public void spoken(String written, Lang lang, Manner manner, Consumer<SpokenPiece> heard) {
    for (Piece piece : pieces(written)) {
      Sound sound = made(SpokenText.of(piece.sentence(), lang), lang, manner);
      List<WordEnd> ends =
          Syllables.ends(piece.sentence(), lang, sound).stream()
              .map(end -> new WordEnd(end.at(), piece.before().length() + end.chars()))
              .toList();
      if (!piece.after().isEmpty()) {
        ends = new ArrayList<>(ends);
        ends.add(new WordEnd(ends.removeLast().at(), piece.written().length()));
      }
      heard.accept(new SpokenPiece(sound, piece.written(), ends));
    }
  }

  /** A sentence and what stands around it that nobody says. */
  private record Piece(String before, String sentence, String after) {
    String written() {
      return before + sentence + after;
    }
  }

  /** Sentences; what holds nothing to be said goes with the one before it, else behind it. */
  private static List<Piece> pieces(String written) {
    List<Piece> pieces = new ArrayList<>();
    String before = "";
    for (String part : END.splitAsStream(written).toList()) {
      if (part.codePoints().anyMatch(Character::isLetterOrDigit)) {
        String sentence = part.strip();
        int from = part.indexOf(sentence);
        String after = part.substring(from + sentence.length());
        pieces.add(new Piece(before + part.substring(0, from), sentence, after));
        before = "";
      } else if (pieces.isEmpty()) {
        before += part;
      } else {
        Piece last = pieces.removeLast();
        pieces.add(new Piece(last.before(), last.sentence(), last.after() + part));
      }
    }
    return pieces;
  }

  private Sound made(String words, Lang lang, Manner manner) {
    Sound known = kept.get(key(voice.name(), words, lang, manner));
    if (known != null) {
      return known;
    }
    Fallback.Made made =
        voice instanceof Fallback several
            ? several.made(words, lang, manner.pace())
            : new Fallback.Made(said(words, lang, manner.pace()), voice.name());
    Sound sound = Levels.times(made.sound().at(rate), manner.gain());
    kept.put(key(made.by(), words, lang, manner), sound);
    return sound;
  }

  private Sound said(String words, Lang lang, double pace) {
    return pace == 1 ? voice.say(words, lang) : voice.say(words, lang, pace);
  }

  private static String key(String name, String words, Lang lang, Manner manner) {
    return name + '|' + lang.code() + '|' + manner.pace() + '|' + manner.gain() + '|' + words;
  }
}
