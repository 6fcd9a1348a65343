package io.heyue.voice.media;

import io.heyue.voice.media.RtcpReport.Block;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reports as they go over the wire (RFC 3550, 6). Any bytes are reports or none. */
final class Rtcp {
  private static final int VERSION = 2;
  private static final int HEADER = 4;
  private static final int BLOCK = 24;
  private static final int SENDER = 24;
  private static final int SOURCE = 4;

  private static final int SENDER_REPORT = 200;
  private static final int RECEIVER_REPORT = 201;
  private static final int DESCRIPTION = 202;
  private static final int BYE = 203;

  private static final int NAME = 1;
  private static final int LOST_MOST = 0x7f_ffff;
  private static final int LOST_LEAST = -0x80_0000;
  private static final long WORD = 0xffff_ffffL;

  private Rtcp() {}

  /**
   * A report with the name of its source, as one datagram.
   *
   * @param name ASCII, at most 255 long; tells nothing of anybody (RFC 7022)
   * @param leaves whether its source leaves
   */
  static byte[] write(RtcpReport.OfSender report, String name, boolean leaves) {
    ByteBuffer out = room(report.blocks().size());
    header(out, report.blocks().size(), SENDER_REPORT, SENDER + blocks(report.blocks()));
    out.putInt((int) report.source())
        .putLong(report.ntp())
        .putInt((int) report.timestamp())
        .putInt((int) report.packets())
        .putInt((int) report.octets());
    report.blocks().forEach(block -> write(out, block));
    return end(out, report.source(), name, leaves);
  }

  /** The same, of one who only listens. */
  static byte[] write(RtcpReport.OfReceiver report, String name, boolean leaves) {
    ByteBuffer out = room(report.blocks().size());
    header(out, report.blocks().size(), RECEIVER_REPORT, SOURCE + blocks(report.blocks()));
    out.putInt((int) report.source());
    report.blocks().forEach(block -> write(out, block));
    return end(out, report.source(), name, leaves);
  }

  private static int blocks(List<Block> blocks) {
    return blocks.size() * BLOCK;
  }

  private static ByteBuffer room(int blocks) {
    return ByteBuffer.allocate(512 + blocks * BLOCK);
  }

  /** Its length is counted in words, less one. */
  private static void header(ByteBuffer out, int count, int type, int bytes) {
    out.put((byte) (VERSION << 6 | count)).put((byte) type).putShort((short) (bytes / 4));
  }

  private static void write(ByteBuffer out, Block block) {
    int lost = Math.clamp(block.lost(), LOST_LEAST, LOST_MOST);
    out.putInt((int) block.source())
        .put((byte) block.fraction())
        .put((byte) (lost >> 16))
        .putShort((short) lost)
        .putInt((int) block.highest())
        .putInt((int) block.jitter())
        .putInt((int) block.lastReport())
        .putInt((int) block.delay());
  }

  private static byte[] end(ByteBuffer out, long source, String name, boolean leaves) {
    byte[] text = name.getBytes(StandardCharsets.US_ASCII);
    // An item ends with a zero at least, and then the word is filled (RFC 3550, 6.5).
    int item = (2 + text.length + 4) / 4 * 4;
    header(out, 1, DESCRIPTION, SOURCE + item);
    out.putInt((int) source).put((byte) NAME).put((byte) text.length).put(text);
    out.put(new byte[item - 2 - text.length]);
    if (leaves) {
      header(out, 1, BYE, SOURCE);
      out.putInt((int) source);
    }
    byte[] datagram = new byte[out.position()];
    out.flip().get(datagram);
    return datagram;
  }

  /** The reports in a datagram; none if it isn't whole (RFC 3550, A.2). */
  static List<RtcpReport> read(byte[] datagram) {
    ByteBuffer in = ByteBuffer.wrap(datagram);
    List<RtcpReport> reports = new ArrayList<>();
    while (in.remaining() >= HEADER) {
      int first = in.get() & 0xff;
      int type = in.get() & 0xff;
      int length = (in.getShort() & 0xffff) * 4;
      boolean begins = in.position() == HEADER;
      if (first >> 6 != VERSION
          || length > in.remaining()
          || (begins && type != SENDER_REPORT && type != RECEIVER_REPORT)) {
        return List.of();
      }
      if (!read(in.slice(in.position(), length), type, first & 0x1f, reports)) {
        return List.of();
      }
      in.position(in.position() + length);
    }
    return in.hasRemaining() ? List.of() : reports;
  }

  /** Whether it is as long as it says. */
  private static boolean read(ByteBuffer in, int type, int count, List<RtcpReport> into) {
    switch (type) {
      case SENDER_REPORT -> {
        if (in.remaining() < SENDER + count * BLOCK) {
          return false;
        }
        into.add(
            new RtcpReport.OfSender(
                word(in), in.getLong(), word(in), word(in), word(in), readBlocks(in, count)));
      }
      case RECEIVER_REPORT -> {
        if (in.remaining() < SOURCE + count * BLOCK) {
          return false;
        }
        into.add(new RtcpReport.OfReceiver(word(in), readBlocks(in, count)));
      }
      case BYE -> {
        if (in.remaining() < count * SOURCE) {
          return false;
        }
        List<Long> sources = new ArrayList<>();
        for (int at = 0; at < count; at++) {
          sources.add(word(in));
        }
        into.add(new RtcpReport.Bye(sources));
      }
      default -> {
        // Names and extensions, which nothing here needs.
      }
    }
    return true;
  }

  private static List<Block> readBlocks(ByteBuffer in, int count) {
    List<Block> blocks = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      long source = word(in);
      int loss = in.getInt();
      blocks.add(
          new Block(source, loss >>> 24, loss << 8 >> 8, word(in), word(in), word(in), word(in)));
    }
    return blocks;
  }

  private static long word(ByteBuffer in) {
    return in.getInt() & WORD;
  }
}
