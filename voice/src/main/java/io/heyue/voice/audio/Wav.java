package io.heyue.voice.audio;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sound as a file (RIFF WAVE, Microsoft and IBM, 1991): sixteen-bit numbers, A-law or µ-law;
 * several channels are heard together.
 */
public final class Wav {
  private static final int LINEAR = 1;
  private static final int A_LAW = 6;
  private static final int MU_LAW = 7;
  private static final int EXTENSIBLE = 0xfffe;

  /** What a file may hold at most: a quarter of an hour of two channels at 48 kHz. */
  private static final int MOST = 180_000_000;

  private static final int HEADER = 44;

  private Wav() {}

  /** How samples stand in a file. */
  private record Format(int coding, int channels, int rate, int bits) {
    int frame() {
      return channels * bits / 8;
    }
  }

  /**
   * Reads a file, or what a program writes that doesn't know yet how long it will be.
   *
   * @throws IOException where it is no such file; it tells why
   */
  public static Sound read(InputStream in) throws IOException {
    byte[] head = exactly(in, 12);
    if (!name(head, 0).equals("RIFF") || !name(head, 8).equals("WAVE")) {
      throw new IOException("it is no WAV file: it is no RIFF of kind WAVE");
    }
    Format format = null;
    while (true) {
      byte[] chunk = exactly(in, 8);
      long length = little(chunk).getInt(4) & 0xffff_ffffL;
      switch (name(chunk, 0)) {
        case "fmt " -> format = format(exactly(in, small(length)));
        case "data" -> {
          if (format == null) {
            throw new IOException("it doesn't say what its samples are");
          }
          return sound(format, in.readNBytes((int) Math.min(length, MOST)));
        }
        // Chunks are of even length; an odd one has a byte behind it.
        default -> skip(in, length + (length & 1));
      }
    }
  }

  /**
   * @throws IOException where it is no such file; it tells why
   */
  public static Sound read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    } catch (IOException e) {
      throw new IOException("WAV file " + file + " can't be read: " + e.getMessage() + ".", e);
    }
  }

  private static void skip(InputStream in, long length) throws IOException {
    try {
      in.skipNBytes(length);
    } catch (EOFException e) {
      throw early(e);
    }
  }

  private static IOException early(EOFException cause) {
    return new IOException("it ends too early", cause);
  }

  /** Writes sixteen-bit numbers of one channel; a file that is there is replaced. */
  public static void write(Sound sound, Path file) throws IOException {
    short[] samples = sound.samples();
    int length = samples.length * 2;
    ByteBuffer out = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + length);
    out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    out.putShort((short) LINEAR).putShort((short) 1);
    out.putInt(sound.rate()).putInt(sound.rate() * 2).putShort((short) 2).putShort((short) 16);
    out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(length);
    out.asShortBuffer().put(samples);
    Files.write(file, out.array());
  }

  private static Format format(byte[] chunk) throws IOException {
    if (chunk.length < 16) {
      throw new IOException("its format is cut off");
    }
    ByteBuffer in = little(chunk);
    int coding = in.getShort(0) & 0xffff;
    if (coding == EXTENSIBLE && chunk.length >= 26) {
      coding = in.getShort(24) & 0xffff;
    }
    Format format =
        new Format(coding, in.getShort(2) & 0xffff, in.getInt(4), in.getShort(14) & 0xffff);
    boolean known =
        (coding == LINEAR && format.bits() == 16)
            || ((coding == A_LAW || coding == MU_LAW) && format.bits() == 8);
    if (!known || format.channels() < 1 || format.channels() > 16 || format.rate() < 1) {
      throw new IOException(
          "it holds coding %d with %d bits, %d channels at %d Hz; it must be 16-bit PCM, A-law or µ-law"
              .formatted(coding, format.bits(), format.channels(), format.rate()));
    }
    return format;
  }

  private static Sound sound(Format format, byte[] data) {
    int frames = data.length / format.frame();
    short[] all = samples(format, data);
    short[] samples = new short[frames];
    for (int frame = 0; frame < frames; frame++) {
      int sum = 0;
      for (int channel = 0; channel < format.channels(); channel++) {
        sum += all[frame * format.channels() + channel];
      }
      samples[frame] = (short) (sum / format.channels());
    }
    return new Sound(format.rate(), samples);
  }

  private static short[] samples(Format format, byte[] data) {
    return switch (format.coding()) {
      case A_LAW -> Companding.PCMA.decode(data);
      case MU_LAW -> Companding.PCMU.decode(data);
      default -> {
        short[] samples = new short[data.length / 2];
        little(data).asShortBuffer().get(samples);
        yield samples;
      }
    };
  }

  private static int small(long length) throws IOException {
    if (length > 1_024) {
      throw new IOException("its format is " + length + " bytes long");
    }
    return (int) (length + (length & 1));
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw early(new EOFException());
    }
    return bytes;
  }

  private static String name(byte[] bytes, int at) {
    return new String(bytes, at, 4, StandardCharsets.US_ASCII);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
