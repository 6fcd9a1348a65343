package io.heyue.voice.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * rtpengine on this machine, through which a carrier's edge has audio go: it encrypts, decrypts and
 * codes anew as it is told. It has two addresses, neither of them that of signalling. Not
 * thread-safe.
 */
public final class Rtpengine implements AutoCloseable {
  /** Its addresses, which it is told by the names first and second. */
  public static final String FIRST = "127.0.0.2";

  public static final String SECOND = "127.0.0.3";

  private static final String SCREEN = "screen.txt";
  private static final int STARTS = 5;
  private static final int AUDIO_PORTS = 40;
  private static final long LOOKS = 500;
  private static final long LOOK_MILLIS = 20;

  /** After which it is ended, whatever happens to whoever started it. */
  private static final String LIMIT_SECONDS = "120";

  private final Path folder;
  private final Process process;
  private final int port;

  private Rtpengine(Path folder) throws IOException {
    this.folder = folder;
    this.port = Ports.free(1);
    int first = Ports.free(AUDIO_PORTS);
    List<String> line = new ArrayList<>();
    line.addAll(List.of("timeout", "--kill-after=1", LIMIT_SECONDS, "rtpengine"));
    // Else it reads what stands in /etc.
    line.add("--config-file=none");
    line.add("--interface=first/" + FIRST);
    line.add("--interface=second/" + SECOND);
    line.add("--listen-ng=" + control());
    // Without its part in the kernel.
    line.addAll(List.of("--table=-1", "--foreground", "--log-stderr", "--no-log-timestamps"));
    line.addAll(List.of("--num-threads=2", "--media-num-threads=1"));
    line.add("--port-min=" + first);
    line.add("--port-max=" + (first + AUDIO_PORTS - 1));
    this.process =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(SCREEN).toFile())
            .start();
  }

  /** Skips the test where rtpengine is missing, or fails it where HEYUE_PEERS is "must". */
  public static void present() {
    Programs.require("rtpengine", "rtpengine-daemon");
  }

  /** Starts one; it can be told what to do when this returns. */
  public static Rtpengine start() throws IOException {
    for (int starts = 1; ; starts++) {
      Path folder = Files.createTempDirectory("heyue-rtpengine-");
      Rtpengine rtpengine;
      try {
        rtpengine = new Rtpengine(folder);
      } catch (IOException | RuntimeException e) {
        Sipp.erase(folder);
        throw e;
      }
      if (rtpengine.runs()) {
        return rtpengine;
      }
      String screen = rtpengine.screen();
      rtpengine.close();
      if (starts == STARTS) {
        throw new IOException("rtpengine doesn't start: " + screen);
      }
    }
  }

  private boolean runs() throws IOException {
    try {
      for (int looks = 0; looks < LOOKS; looks++) {
        if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          return false;
        }
        if (Ports.held(false, port)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** Where it is told what to do (its protocol ng), as host:port. */
  String control() {
    return "127.0.0.1:" + port;
  }

  /** What it wrote on its screen, to be read where a test failed. */
  public String screen() {
    try {
      return new String(Files.readAllBytes(folder.resolve(SCREEN)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The screen of rtpengine can't be read.", e);
    }
  }

  /** Ends it, whatever it does, and erases what it wrote. */
  @Override
  public void close() {
    Programs.end(process);
    Sipp.erase(folder);
  }
}
