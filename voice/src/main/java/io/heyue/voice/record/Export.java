package io.heyue.voice.record;

import io.heyue.core.base.Check;
import io.heyue.voice.audio.Companding;
import io.heyue.voice.audio.Cue;
import io.heyue.voice.audio.Sound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a recording out as a WAV file that says that the voice on its right channel is made by a
 * machine: in words for people (LIST/INFO; bext, EBU Tech 3285), in JSON for machines (the field
 * AIGC of LIST/INFO, named as in GB 45438-2025, annex), and, where wanted, to be heard at its start
 * (标识办法, 4 and 5).
 */
public final class Export {
  private static final String VERSION = "Heyue";

  private Export() {}

  /** How samples stand in the file. */
  public enum Coding {
    /** Sixteen-bit numbers. */
    LINEAR,
    /** A byte a sample, as it was recorded. */
    A_LAW
  }

  /**
   * How it is taken out. Immutable.
   *
   * @param cue what is heard before the call, on both channels; 8,000 samples a second
   */
  public record Manner(Coding coding, Optional<Sound> cue) {
    public Manner {
      cue.ifPresent(sound ->
          Check.that(sound.rate() == Companding.RATE, "rate of the cue", sound.rate(), "8000"));
    }

    /** Sixteen-bit numbers behind the usual rhythm. */
    public static final Manner USUAL =
        new Manner(Coding.LINEAR, Optional.of(Cue.rhythm(Companding.RATE)));
  }

  /**
   * What was written.
   *
   * @param label its words
   * @param json for machines
   * @param cueSamples by which the call begins later in the file
   * @param samples of each channel, the cue's too
   */
  public record Exported(Path file, Label label, String json, int cueSamples, long samples) {}

  /**
   * Writes a recording to a file that only its owner can read.
   *
   * @param target must not be there
   * @param label which may say more than that of the recording's head, but not less
   * @throws FileAlreadyExistsException if the target is there
   */
  public static Exported wav(Recording recording, Path target, Label label, Manner manner)
      throws IOException {
    short[] cue = manner.cue().map(Sound::samples).orElse(new short[0]);
    byte[] data = data(recording, cue, manner.coding());
    Marking marking =
        new Marking(
            recording.head(),
            label,
            recording.sha256(),
            HexFormat.of().formatHex(Hash.of(data)),
            recording.complete(),
            cue.length);
    Riff riff = new Riff().chunk("fmt ", format(manner.coding()));
    long samples = recording.samples() + cue.length;
    if (manner.coding() == Coding.A_LAW) {
      riff.chunk("fact", number((int) samples));
    }
    riff.chunk("bext", marking.broadcast(manner.coding()))
        .chunk("LIST", marking.list(VERSION))
        .chunk("data", data);
    write(target, riff.bytes());
    return new Exported(target, label, marking.json(), cue.length, samples);
  }

  private static byte[] data(Recording recording, short[] cue, Coding coding) {
    short[] left = recording.left().samples();
    short[] right = recording.right().samples();
    short[] both = new short[2 * (cue.length + left.length)];
    for (int at = 0; at < cue.length; at++) {
      both[2 * at] = cue[at];
      both[2 * at + 1] = cue[at];
    }
    for (int at = 0; at < left.length; at++) {
      both[2 * (cue.length + at)] = left[at];
      both[2 * (cue.length + at) + 1] = right[at];
    }
    return switch (coding) {
      case A_LAW -> Companding.PCMA.encode(both);
      case LINEAR -> {
        byte[] bytes = new byte[2 * both.length];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().put(both);
        yield bytes;
      }
    };
  }

  private static byte[] number(int value) {
    byte[] bytes = new byte[Integer.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(value);
    return bytes;
  }

  private static byte[] format(Coding coding) {
    return switch (coding) {
      case LINEAR -> format(1, 16, 16);
      // Where it isn't linear, the length of more follows, of which there is none.
      case A_LAW -> format(6, 8, 18);
    };
  }

  private static byte[] format(int kind, int bits, int length) {
    int pair = 2 * bits / 8;
    byte[] bytes = new byte[length];
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) kind)
        .putShort((short) 2)
        .putInt(Companding.RATE)
        .putInt(Companding.RATE * pair)
        .putShort((short) pair)
        .putShort((short) bits);
    return bytes;
  }

  private static void write(Path target, byte[] bytes) throws IOException {
    var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    boolean whole = false;
    try (var out =
        Files.newByteChannel(
            target, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
      ByteBuffer left = ByteBuffer.wrap(bytes);
      while (left.hasRemaining()) {
        out.write(left);
      }
      whole = true;
    } catch (FileAlreadyExistsException e) {
      whole = true;
      throw new FileAlreadyExistsException(
          target + " is there already. Maybe give another name, or remove it.");
    } finally {
      if (!whole) {
        Files.deleteIfExists(target);
      }
    }
  }
}
