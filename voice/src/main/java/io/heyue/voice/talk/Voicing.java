package io.heyue.voice.talk;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.line.Mailbox;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.speech.Manner;
import io.heyue.voice.speech.Mouth;
import io.heyue.voice.speech.SpokenPiece;
import io.heyue.voice.speech.VoiceFailure;
import io.heyue.voice.speech.WordEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Has sentences made, one after the other, away from the mailbox. */
final class Voicing {
  private final TalkParts parts;
  private final Mailbox box;
  private final Mailbox mouths;

  Voicing(TalkParts parts, Mailbox box) {
    this.parts = parts;
    this.box = box;
    this.mouths = new Mailbox(parts.works().threads(), parts.works().faults());
  }

  /**
   * Has a sentence made.
   *
   * @param made is told in the mailbox, also where no voice could say it
   */
  void make(Piece piece, Lang lang, Consumer<Piece> made) {
    Mouth mouth = parts.mouth(lang);
    mouths.execute(() -> {
      try {
        Saying.Delivery delivery = piece.saying().delivery();
        List<SpokenPiece> parts =
            mouth.spoken(
                piece.sentence().words(), lang, new Manner(delivery.pace(), delivery.gain()));
        Spoken whole = Spoken.of(parts);
        box.execute(() -> {
          piece.made(whole.sound(), whole.ends());
          made.accept(piece);
        });
      } catch (VoiceFailure e) {
        parts.works().faults().accept(e);
        box.execute(() -> {
          piece.failed();
          made.accept(piece);
        });
      }
    });
  }

  /** One sound of several, with the ends of its words. */
  private record Spoken(Sound sound, List<WordEnd> ends) {
    static Spoken of(List<SpokenPiece> parts) {
      List<WordEnd> ends = new ArrayList<>();
      List<Sound> sounds = new ArrayList<>();
      long samples = 0;
      int characters = 0;
      for (SpokenPiece part : parts) {
        for (WordEnd end : part.ends()) {
          ends.add(new WordEnd(samples + end.at(), characters + end.chars()));
        }
        sounds.add(part.sound());
        samples += part.sound().samples().length;
        characters += part.written().length();
      }
      return new Spoken(Sound.of(Recogniser.RATE, sounds), ends);
    }
  }
}
