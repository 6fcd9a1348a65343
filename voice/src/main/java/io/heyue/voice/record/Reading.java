package io.heyue.voice.record;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Reads one file and verifies it. Used once, by one thread. */
final class Reading {
  /** What goes before the pairs of a block. */
  private static final int COUNTS = 8;

  private final MessageDigest whole = Hash.begun();
  private final MessageDigest sealed = Hash.begun();
  private final ByteArrayOutputStream pairs = new ByteArrayOutputStream();
  private final Path file;
  private final RecordingKeys keys;
  private long lost;
  private long samples;

  /** The file isn't what was recorded. */
  private static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int block;

    Fault(int block, String why) {
      super(why);
      this.block = block;
    }
  }

  Reading(Path file, RecordingKeys keys) {
    this.file = file;
    this.keys = keys;
  }

  Opened read() throws IOException {
    try (InputStream in =
        new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), 65_536), whole)) {
      return read(in);
    } catch (Fault fault) {
      return new Tampered(file, fault.block, String.valueOf(fault.getMessage()));
    }
  }

  private Recording read(InputStream in) throws IOException, Fault {
    byte[] first = exactly(in, HeadBytes.FIRST);
    int length = HeadBytes.length(first);
    if (length < 0) {
      throw new Fault(0, "it is no recording, or its head was changed");
    }
    byte[] bytes = Arrays.copyOf(first, first.length + length);
    System.arraycopy(exactly(in, length), 0, bytes, first.length, length);
    byte[] tag = exactly(in, Blocks.TAG);
    byte[] name = exactly(in, Hash.LENGTH);
    if (!Arrays.equals(name, Hash.of(bytes, tag))) {
      throw new Fault(0, "its head was changed");
    }
    HeadBytes head;
    try {
      head = HeadBytes.read(bytes);
    } catch (HeadBytes.HeadFault e) {
      throw new Fault(0, String.valueOf(e.getMessage()));
    }
    byte[] key = keys.unwrap(head.wrapped(), head.head().id());
    try {
      if (!Arrays.equals(tag, Blocks.tag(key, head.prefix(), bytes))) {
        throw new Fault(0, "its head was changed");
      }
      boolean complete = blocks(in, new Blocks(key, head.prefix(), name));
      return new Recording(
          file,
          head.head(),
          Arrays.copyOf(pairs.toByteArray(), Math.toIntExact(2 * samples)),
          complete,
          lost,
          HexFormat.of().formatHex(whole.digest()));
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /** Whether the seal is there. */
  private boolean blocks(InputStream in, Blocks blocks) throws IOException, Fault {
    while (true) {
      int index = blocks.index();
      if (index > Timeline.LONGEST / Blocks.SAMPLES + 1) {
        throw new Fault(index, "it is longer than four hours");
      }
      byte[] heading = in.readNBytes(Blocks.HEADING);
      Optional<Blocks.Kind> kind =
          heading.length < Blocks.HEADING
              ? Optional.empty()
              : Blocks.Kind.find(ByteBuffer.wrap(heading).getInt());
      if (kind.isEmpty()) {
        demandCut(index, heading, in);
        return false;
      }
      int left = kind.get().stored() - Blocks.HEADING;
      byte[] stored = Arrays.copyOf(heading, kind.get().stored());
      int read = in.readNBytes(stored, Blocks.HEADING, left);
      if (read < left) {
        demandWhole(index, stored, Blocks.HEADING + read);
        return false;
      }
      byte[] plain =
          blocks
              .open(kind.get(), stored)
              .orElseThrow(() -> new Fault(index, "block " + index + " was changed or moved"));
      switch (kind.get()) {
        case AUDIO -> audio(stored, plain);
        case SEAL -> {
          seal(index, plain, in);
          return true;
        }
      }
    }
  }

  private void audio(byte[] stored, byte[] plain) {
    sealed.update(stored, Blocks.HEADING, Blocks.Kind.AUDIO.plain + Blocks.TAG);
    ByteBuffer counts = ByteBuffer.wrap(plain);
    lost = (long) counts.getInt() + counts.getInt();
    pairs.write(plain, COUNTS, plain.length - COUNTS);
    samples += Blocks.SAMPLES;
  }

  private void seal(int index, byte[] plain, InputStream in) throws IOException, Fault {
    ByteBuffer told = ByteBuffer.wrap(plain);
    int count = told.getInt();
    long length = told.getLong();
    lost = (long) told.getInt() + told.getInt();
    boolean holds =
        count == index - 1
            && length <= samples
            && length > samples - Blocks.SAMPLES
            && Arrays.equals(
                plain, plain.length - Hash.LENGTH, plain.length, sealed.digest(), 0, Hash.LENGTH);
    if (!holds) {
      throw new Fault(index, "its seal doesn't fit its blocks");
    }
    if (in.read() >= 0) {
      throw new Fault(index + 1, "something stands behind its seal");
    }
    samples = length;
  }

  /**
   * A block may be cut off in its heading, or be zeros only: blocks of a disk that a failure of
   * power left without what was to be in them.
   */
  private static void demandCut(int index, byte[] heading, InputStream in)
      throws IOException, Fault {
    boolean zeros = zeros(heading);
    byte[] more = new byte[65_536];
    for (int read = in.readNBytes(more, 0, more.length);
        read > 0;
        read = in.readNBytes(more, 0, more.length)) {
      zeros &= zeros(read == more.length ? more : Arrays.copyOf(more, read));
    }
    boolean begun =
        heading.length < Blocks.HEADING
            && Arrays.stream(Blocks.Kind.values())
                .anyMatch(kind -> {
                  byte[] whole =
                      ByteBuffer.allocate(Blocks.HEADING)
                          .putInt(kind.letters)
                          .putInt(index)
                          .array();
                  return Arrays.equals(heading, Arrays.copyOf(whole, heading.length));
                });
    if (!zeros && !begun) {
      throw new Fault(index, "block " + index + " was changed");
    }
  }

  /** The beginning of a block that was cut off must be one; a seal in disguise is none. */
  private static void demandWhole(int index, byte[] stored, int length) throws Fault {
    boolean disguised = length == Blocks.Kind.SEAL.stored();
    if (ByteBuffer.wrap(stored).getInt(Integer.BYTES) != index || disguised) {
      throw new Fault(index, "block " + index + " was changed");
    }
  }

  private static boolean zeros(byte[] bytes) {
    for (byte one : bytes) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }

  private static byte[] exactly(InputStream in, int length) throws IOException, Fault {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new Fault(0, "it ends within its head");
    }
    return bytes;
  }
}
