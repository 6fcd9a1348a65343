package io.heyue.voice.media;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jitsi.utils.ByteArrayBuffer;

/** A packet that encryption works on in place. Not thread-safe. */
final class PacketBytes implements ByteArrayBuffer {
  private byte[] buffer;
  private int offset;
  private int length;

  /** A copy of {@code packet}, with room behind it. */
  PacketBytes(byte[] packet, int room) {
    this.buffer = Arrays.copyOf(packet, packet.length + room);
    this.length = packet.length;
  }

  byte[] bytes() {
    return Arrays.copyOfRange(buffer, offset, offset + length);
  }

  ByteBuffer readable() {
    return ByteBuffer.wrap(buffer, offset, length).slice();
  }

  @Override
  public byte[] getBuffer() {
    return buffer;
  }

  @Override
  public int getOffset() {
    return offset;
  }

  @Override
  public int getLength() {
    return length;
  }

  @Override
  public void setLength(int length) {
    this.length = length;
  }

  @Override
  public void setOffset(int offset) {
    this.offset = offset;
  }

  @Override
  public boolean isInvalid() {
    return length <= 0;
  }

  @Override
  public void readRegionToBuff(int from, int count, byte[] into) {
    System.arraycopy(buffer, offset + from, into, 0, count);
  }

  /** Makes room; what is there stays as long as it is. */
  @Override
  public void grow(int by) {
    if (buffer.length < offset + length + by) {
      buffer = Arrays.copyOf(buffer, offset + length + by);
    }
  }

  @Override
  public void append(byte[] data, int count) {
    grow(count);
    System.arraycopy(data, 0, buffer, offset + length, count);
    length += count;
  }

  @Override
  public void shrink(int by) {
    length -= by;
  }
}
