package io.heyue.voice.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;

/**
 * A file that is being recorded: what was written stays. Written by one thread; {@link #force} may
 * be called by another.
 */
final class RecordingFile {
  private final FileChannel channel;
  private final Blocks blocks;
  private final MessageDigest sealed = Hash.begun();
  private final MessageDigest whole = Hash.begun();

  private RecordingFile(FileChannel channel, Blocks blocks) {
    this.channel = channel;
    this.blocks = blocks;
  }

  /** Makes the file, which must not be there, with its head. */
  static RecordingFile make(Path file, HeadBytes head, byte[] dataKey) throws IOException {
    byte[] bytes = head.bytes();
    byte[] tag = Blocks.tag(dataKey, head.prefix(), bytes);
    byte[] name = Hash.of(bytes, tag);
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      RecordingFile made = new RecordingFile(channel, new Blocks(dataKey, head.prefix(), name));
      // One write: whoever looks sees all of a head or none.
      made.write(
          ByteBuffer.allocate(bytes.length + tag.length + name.length)
              .put(bytes)
              .put(tag)
              .put(name)
              .array());
      return made;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  void audio(byte[] plain) throws IOException {
    byte[] stored = blocks.seal(Blocks.Kind.AUDIO, plain);
    sealed.update(stored, Blocks.HEADING, Blocks.Kind.AUDIO.plain + Blocks.TAG);
    write(stored);
  }

  /** The last block. */
  void seal(long samples, int lost, int misplaced) throws IOException {
    ByteBuffer plain = ByteBuffer.allocate(Blocks.Kind.SEAL.plain);
    plain.putInt(blocks.index() - 1).putLong(samples).putInt(lost).putInt(misplaced).putInt(0);
    write(blocks.seal(Blocks.Kind.SEAL, plain.put(sealed.digest()).array()));
  }

  /** Blocks that were written, and the seal. */
  int written() {
    return blocks.index() - 1;
  }

  private void write(byte[] bytes) throws IOException {
    whole.update(bytes);
    ByteBuffer left = ByteBuffer.wrap(bytes);
    while (left.hasRemaining()) {
      channel.write(left);
    }
  }

  /** Waits until the disk has what was written. */
  void force() throws IOException {
    channel.force(false);
  }

  /** The hash of all that was written; asked for once, at the end. */
  String hash() {
    return HexFormat.of().formatHex(whole.digest());
  }

  void close() throws IOException {
    channel.close();
  }
}
