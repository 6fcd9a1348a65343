package io.heyue.voice.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Kamailio on this machine, as a carrier has one: a registrar and a proxy that wants a proof (by
 * digest) of whoever registers or calls, keeps itself within calls (Record-Route) and passes them
 * on to whoever registered under the name that is called. Not thread-safe.
 */
public final class Kamailio implements AutoCloseable {
  /** Of everybody who registers or calls here. */
  public static final String USER = "caller";

  public static final String PASSWORD = "secret";

  private static final String SCREEN = "screen.txt";
  private static final int STARTS = 5;
  private static final long LOOKS = 500;
  private static final long LOOK_MILLIS = 20;

  /** After which it is ended, whatever happens to whoever started it. */
  private static final String LIMIT_SECONDS = "120";

  private final Path folder;
  private final Process process;
  private final int port;

  private Kamailio(Path folder, IntFunction<String> written) throws IOException {
    this.folder = folder;
    this.port = Ports.free(1);
    Path rules = folder.resolve("kamailio.cfg");
    Files.writeString(rules, written.apply(port));
    this.process =
        new ProcessBuilder(
                List.of(
                    "timeout",
                    "--kill-after=1",
                    LIMIT_SECONDS,
                    "kamailio",
                    "-f",
                    rules.toString(),
                    "-DD",
                    "-E",
                    "-m",
                    "64",
                    "-M",
                    "8",
                    "-w",
                    folder.toString(),
                    "-Y",
                    folder.toString(),
                    "-P",
                    folder.resolve("pid").toString()))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(SCREEN).toFile())
            .start();
  }

  /** Skips the test where Kamailio is missing, or fails it where HEYUE_PEERS is "must". */
  public static void present() {
    Programs.require("kamailio", "kamailio");
  }

  /**
   * Starts one; it listens when this returns.
   *
   * @param algorithm of the proofs it wants: MD5 or SHA-256
   * @param least seconds for which it must be told where somebody is; 0 for as short as they like
   */
  public static Kamailio start(String algorithm, int least) throws IOException {
    return start(port -> KamailioRules.registrar(port, algorithm, least));
  }

  /**
   * Starts an edge: it asks nobody for a proof, passes all calls on to one place and has their
   * audio go through an rtpengine.
   *
   * @param target to which calls go, as host:port
   * @param first what rtpengine shall do with the offer of a call
   * @param later what it shall do with offers within a call, from either side
   */
  public static Kamailio edge(String target, Rtpengine audio, String first, String later)
      throws IOException {
    return start(port -> KamailioRules.edge(port, target, audio.control(), first, later));
  }

  private static Kamailio start(IntFunction<String> rules) throws IOException {
    for (int starts = 1; ; starts++) {
      Path folder = Files.createTempDirectory("heyue-kamailio-");
      Kamailio kamailio;
      try {
        kamailio = new Kamailio(folder, rules);
      } catch (IOException | RuntimeException e) {
        Sipp.erase(folder);
        throw e;
      }
      if (kamailio.runs()) {
        return kamailio;
      }
      String screen = kamailio.screen();
      kamailio.close();
      if (starts == STARTS) {
        throw new IOException("kamailio doesn't start: " + screen);
      }
    }
  }

  private boolean runs() throws IOException {
    try {
      for (int looks = 0; looks < LOOKS; looks++) {
        if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          return false;
        }
        if (Ports.held(false, port) && Ports.held(true, port)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** Where it listens, as host:port. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** How often a request of that method came. */
  public long came(String method) {
    return lines("came " + method);
  }

  /** How often one came within a call and was passed on. */
  public long within(String method) {
    return lines("within " + method);
  }

  private long lines(String end) {
    return screen().lines().filter(line -> line.endsWith(end)).count();
  }

  /** What it wrote on its screen, to be read where a test failed. */
  public String screen() {
    try {
      return new String(Files.readAllBytes(folder.resolve(SCREEN)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The screen of kamailio can't be read.", e);
    }
  }

  /** Ends it, whatever it does, and erases what it wrote. */
  @Override
  public void close() {
    Programs.end(process);
    Sipp.erase(folder);
  }
}
