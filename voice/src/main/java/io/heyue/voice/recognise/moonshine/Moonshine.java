package io.heyue.voice.recognise.moonshine;

import io.heyue.core.base.Check;
import io.heyue.core.base.Lang;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.Heard;
import io.heyue.voice.recognise.Listening;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.recognise.RecogniserFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;

/**
 * English of any words by Moonshine tiny (int8, 28 MB, MIT): one network for all calls, each decode
 * on its caller's thread, so many at once as there are slots. A second of speech takes about 50 ms
 * of one core. Thread-safe; closed after the last {@link Listening}.
 */
public final class Moonshine implements Recogniser {
  /** Its folder among the models. */
  public static final String ID = "moonshine-tiny-en";

  /** Other ways to write the same that are tried. */
  private static final int OTHERS = 2;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final MoonshineModel model;
  private final Tokens tokens;
  private final Semaphore slots;

  private Moonshine(MoonshineModel model, Tokens tokens, int slots) {
    this.model = model;
    this.tokens = tokens;
    this.slots = new Semaphore(slots, true);
  }

  /**
   * Loads the network.
   *
   * @param folder that of the model; its hashes are the caller's to verify
   * @param slots decodes at once, 1 to 256; as many as cores that may be busy with it
   * @throws RecogniserFailure where a file is missing or can't be run here
   */
  public static Moonshine open(Path folder, int slots) {
    Check.that(slots >= 1 && slots <= 256, "slots", slots, "1 to 256");
    Tokens tokens = Tokens.read(folder.resolve(Tokens.FILE));
    return new Moonshine(MoonshineModel.load(folder), tokens, slots);
  }

  @Override
  public String name() {
    return ID;
  }

  @Override
  public Lang lang() {
    return Lang.EN;
  }

  @Override
  public boolean closed() {
    return false;
  }

  @Override
  public Listening listen(Expected expected) {
    return new Utterance(this, expected);
  }

  /** What was made of audio, with what it takes to find other ways to write it. */
  record Decoded(Sounds sounds, Attempt best, int most) implements AutoCloseable {
    @Override
    public void close() {
      sounds.close();
    }
  }

  /** Decodes if a slot is free. */
  Optional<Decoded> decodeIfFree(short[] samples, int count) {
    if (!slots.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return Optional.of(decoded(samples, count));
    } finally {
      slots.release();
    }
  }

  /** Decodes as soon as a slot is free. */
  Decoded decode(short[] samples, int count) {
    acquire();
    try {
      return decoded(samples, count);
    } finally {
      slots.release();
    }
  }

  private Decoded decoded(short[] samples, int count) {
    float[] doubled = Doubling.of(samples, count);
    int most = Search.most(doubled.length);
    Sounds sounds = model.hear(doubled);
    try {
      return new Decoded(sounds, Search.best(sounds, most), most);
    } catch (RecogniserFailure e) {
      sounds.close();
      throw e;
    }
  }

  /** What was heard at first sight. */
  Heard first(Decoded decoded, Expected expected) {
    return new Heard(Ranking.of(List.of(decoded.best()), tokens, expected.phrases()));
  }

  /** The same after other ways to write it were tried. */
  Heard all(Decoded decoded, Expected expected) {
    BiPredicate<Integer, Integer> same =
        (one, other) ->
            Written.key(tokens.piece(one)).equals(Written.key(tokens.piece(other)))
                && begins(one) == begins(other);
    List<Attempt> attempts = new ArrayList<>(List.of(decoded.best()));
    acquire();
    try {
      Search.doubtful(decoded.best(), same).stream()
          .limit(OTHERS)
          .map(place -> Search.other(decoded.sounds(), decoded.best(), place, decoded.most()))
          .forEach(attempts::add);
    } finally {
      slots.release();
    }
    return new Heard(Ranking.of(attempts, tokens, expected.phrases()));
  }

  /** Whether a token that says something begins a word. */
  private boolean begins(int token) {
    String piece = tokens.piece(token);
    return !Written.key(piece).isEmpty() && piece.startsWith(" ");
  }

  private void acquire() {
    try {
      if (!slots.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RecogniserFailure(
            "All slots of Moonshine are busy since "
                + PATIENCE.toSeconds()
                + " s. Maybe there are more calls than this machine can hear at once.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RecogniserFailure("Recognition was interrupted.", e);
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
