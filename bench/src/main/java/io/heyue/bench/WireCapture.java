package io.heyue.bench;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What passes on the loopback from and to some ports, as tcpdump sees it: with the kernel's times,
 * whatever the programs do. Reads libpcap's format with nanoseconds (draft-ietf-opsawg-pcap).
 */
final class WireCapture implements AutoCloseable {
  private static final int MAGIC = 0xa1b23c4d;
  private static final int HEADER = 24;
  private static final int RECORD = 16;
  private static final int ETHERNET = 14;
  private static final int UDP = 8;
  private static final int LONGEST = 1 << 18;

  private final Process process;
  private final Thread reader;
  private final List<WirePacket> packets = new ArrayList<>();
  private final AtomicReference<IOException> fault = new AtomicReference<>();

  private WireCapture(Process process) {
    this.process = process;
    this.reader = Thread.ofPlatform().daemon().name("wire").unstarted(this::read);
  }

  /** Now, as packets have it. */
  static long now() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000_000 + now.getNano();
  }

  /** Begins; packets from now on are seen. */
  static WireCapture start(int firstPort, int lastPort) {
    Process process;
    try {
      process =
          new ProcessBuilder(
                  "tcpdump",
                  "-i",
                  "lo",
                  "-U",
                  "-B",
                  "16384",
                  "--time-stamp-precision=nano",
                  "-w",
                  "-",
                  "udp portrange %d-%d".formatted(firstPort, lastPort))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "tcpdump can't be run. Maybe: apt-get install --no-install-recommends tcpdump.", e);
    }
    WireCapture capture = new WireCapture(process);
    capture.awaitListening();
    capture.reader.start();
    return capture;
  }

  private void awaitListening() {
    StringBuilder said = new StringBuilder();
    try {
      BufferedReader errors = process.errorReader(StandardCharsets.UTF_8);
      for (String line = errors.readLine(); line != null; line = errors.readLine()) {
        said.append(' ').append(line);
        if (line.contains("listening on")) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException(
        "tcpdump can't listen:%s Maybe this user may not capture packets.".formatted(said));
  }

  private void read() {
    try (InputStream in = new BufferedInputStream(process.getInputStream())) {
      ByteBuffer header = bytes(in, HEADER);
      if (header.getInt() != MAGIC) {
        throw new IOException("tcpdump wrote another format than libpcap's with nanoseconds.");
      }
      while (true) {
        ByteBuffer record = bytes(in, RECORD);
        long at = Integer.toUnsignedLong(record.getInt()) * 1_000_000_000 + record.getInt();
        int length = record.getInt();
        if (length < 0 || length > LONGEST) {
          throw new IOException("A packet of " + length + " bytes was captured.");
        }
        packet(at, bytes(in, length));
      }
    } catch (EOFException e) {
      // It ended, as it was told to.
    } catch (IOException e) {
      fault.set(e);
    }
  }

  private static ByteBuffer bytes(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void packet(long at, ByteBuffer frame) {
    frame.order(ByteOrder.BIG_ENDIAN);
    int ip = (frame.get(ETHERNET) & 0x0f) * 4;
    int udp = ETHERNET + ip;
    if (frame.limit() < udp + UDP) {
      return;
    }
    int from = frame.getShort(udp) & 0xffff;
    int to = frame.getShort(udp + 2) & 0xffff;
    frame.position(udp + UDP);
    WirePacket.of(at, from, to, frame.slice()).ifPresent(packets::add);
  }

  /** Ends it; all that was seen, in order. */
  List<WirePacket> stopped() {
    close();
    IOException broken = fault.get();
    if (broken != null) {
      throw new UncheckedIOException(broken);
    }
    return List.copyOf(packets);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      reader.join();
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
