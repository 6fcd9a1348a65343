package io.heyue.voice.peer;

import io.heyue.core.base.Check;
import io.heyue.voice.audio.Companding;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * sipp on this machine: it calls or is called as a scenario says, a file of the resources in {@code
 * sipp/}, and says at the end whether the other side kept to it. What a scenario doesn't name must
 * not come. Not thread-safe.
 */
public final class Sipp implements AutoCloseable {
  static final String MESSAGES = "messages.log";
  static final String ERRORS = "errors.log";
  static final String LOG = "log.log";

  /** Its screen, which tells why it didn't begin. */
  private static final String SCREEN = "screen.txt";

  /** What sipp ends with where it can't have its port. */
  private static final int NO_PORT = 254;

  private static final int STARTS = 5;

  /** How long beyond its own limit it is waited for. */
  private static final long GRACE_SECONDS = 10;

  private static final long LOOKS = 500;
  private static final long LOOK_MILLIS = 20;

  private final SippOrder order;
  private final Path folder;
  private final Process process;
  private final int port;
  private final int media;

  private Sipp(SippOrder order, Path folder) throws IOException {
    this.order = order;
    this.folder = folder;
    this.port = Ports.free(1);
    this.media = Ports.free(4);
    this.process =
        new ProcessBuilder(order.command(port, media, Ports.free(1)))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(SCREEN).toFile())
            .start();
  }

  /** Skips the test where sipp is missing, or fails it where HEYUE_PEERS is "must". */
  public static void present() {
    Programs.require("sipp", "sip-tester");
  }

  /** It is called. */
  public static SippOrder called(String scenario) {
    return new SippOrder(scenario, false, "");
  }

  /**
   * It calls.
   *
   * @param target as host:port
   */
  public static SippOrder calling(String scenario, String target) {
    return new SippOrder(scenario, false, Check.filled("target", target));
  }

  /** The scenario that sipp itself has for being called. */
  public static SippOrder ownCalled() {
    return new SippOrder("uas", true, "");
  }

  /** The scenario that sipp itself has for calling. */
  public static SippOrder ownCalling(String target) {
    return new SippOrder("uac", true, Check.filled("target", target));
  }

  static Sipp start(SippOrder order) throws IOException {
    for (int starts = 1; ; starts++) {
      Path folder = Files.createTempDirectory("heyue-sipp-");
      Sipp sipp;
      try {
        fill(order, folder);
        sipp = new Sipp(order, folder);
      } catch (IOException | RuntimeException e) {
        erase(folder);
        throw e;
      }
      if (sipp.runs() || starts == STARTS) {
        return sipp;
      }
      // Between finding a free port and taking it, somebody else did.
      sipp.close();
    }
  }

  private static void fill(SippOrder order, Path folder) throws IOException {
    if (order.builtIn()) {
      return;
    }
    String name = "/sipp/" + order.scenario() + ".xml";
    try (InputStream in = Sipp.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException("there is no scenario " + name);
      }
      byte[] scenario = in.readAllBytes();
      boolean plays = new String(scenario, StandardCharsets.UTF_8).contains("rtp_stream");
      Check.that(
          !plays || !order.echoes(), "echo", true, "false where " + name + " plays something");
      Files.write(folder.resolve(order.scenario() + ".xml"), scenario);
    }
    Files.write(
        folder.resolve("tone.alaw"),
        Companding.PCMA.encode(order.sound().at(Companding.RATE).samples()));
  }

  /** Waits until it holds its port, or is over; whether it didn't fail for want of one. */
  private boolean runs() throws IOException {
    try {
      for (int looks = 0; looks < LOOKS; looks++) {
        if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          return process.exitValue() != NO_PORT;
        }
        if (order.calling() || Ports.held(order.overTcp(), order.ipv6(), port)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  /** Where it listens, as host:port. */
  public String address() {
    return (order.ipv6() ? "[::1]:" : "127.0.0.1:") + port;
  }

  public int port() {
    return port;
  }

  /** Where it takes audio. */
  public int mediaPort() {
    return media;
  }

  /** Waits until the scenario is over, for no longer than its limit and ten seconds. */
  public Verdict verdict() throws InterruptedException {
    int code = -1;
    if (process.waitFor(order.limit().toSeconds() + GRACE_SECONDS, TimeUnit.SECONDS)) {
      code = process.exitValue();
    } else {
      Programs.end(process);
    }
    String errors = read(ERRORS);
    return new Verdict(
        code,
        read(LOG).lines().toList(),
        read(MESSAGES),
        errors.isBlank() && code != 0 ? read(SCREEN) : errors);
  }

  private String read(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException("The " + name + " of sipp can't be read.", e);
    }
  }

  /** Ends it, whatever it does, and erases what it wrote. */
  @Override
  public void close() {
    Programs.end(process);
    erase(folder);
  }

  static void erase(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> all = files.sorted((one, other) -> other.compareTo(one)).toList();
      for (Path file : all) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " can't be erased.", e);
    }
  }
}
