package io.heyue.voice.talk;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.line.Mailbox;
import io.heyue.voice.speech.Mouth;
import io.heyue.voice.speech.VoiceFailure;
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
        Sound sound = louder(mouth.say(piece.sentence().words(), lang), piece.saying().delivery());
        box.execute(() -> {
          piece.made(sound);
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

  private static Sound louder(Sound sound, Saying.Delivery delivery) {
    if (delivery.gain() == 1) {
      return sound;
    }
    short[] samples = sound.samples();
    for (int at = 0; at < samples.length; at++) {
      samples[at] =
          (short)
              Math.clamp(
                  Math.round(samples[at] * delivery.gain()), Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return new Sound(sound.rate(), samples);
  }
}
