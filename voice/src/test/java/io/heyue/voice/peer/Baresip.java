package io.heyue.voice.peer;

import io.heyue.core.base.Check;
import io.heyue.voice.audio.Companding;
import io.heyue.voice.audio.Sound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * baresip on this machine: a telephone that takes every call at once, says what it was given to say
 * and writes down what it hears. A-law or Opus. Not thread-safe.
 */
public final class Baresip implements AutoCloseable {
  private static final long EVENT_SECONDS = 20;
  private static final int STARTS = 5;
  private static final long LOOKS = 500;
  private static final long LOOK_MILLIS = 20;
  private static final String SCREEN = "screen.txt";
  private static final String A_LAW = "pcma";
  private static final String OPUS = "opus/48000/2";

  private final Path folder;
  private final Process process;
  private final int port;
  private final int control;
  private @Nullable BaresipControl wire;

  private Baresip(Path folder, Sound says, Duration limit, String codec) throws IOException {
    this.folder = folder;
    // It takes the port after its own for TLS, whether wanted or not.
    this.port = Ports.free(2);
    this.control = Ports.free(1);
    BaresipFiles.write(folder, port, control, says, limit, codec);
    this.process =
        new ProcessBuilder(
                "baresip", "-f", folder.toString(), "-t", Long.toString(limit.toSeconds()), "-v")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(SCREEN).toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
  }

  /** Skips the test where baresip is missing, or fails it where HEYUE_PEERS is "must". */
  public static void present() {
    Programs.require("baresip", "baresip-core");
  }

  /**
   * Starts one; it can be called when this returns.
   *
   * @param says what it says in each call from its beginning; then it is silent
   * @param limit after which it ends by itself, in full seconds
   */
  public static Baresip start(Sound says, Duration limit) throws IOException {
    return start(says, limit, A_LAW);
  }

  /** One that has no codec but Opus. */
  public static Baresip byOpus(Sound says, Duration limit) throws IOException {
    return start(says, limit, OPUS);
  }

  private static Baresip start(Sound says, Duration limit, String codec) throws IOException {
    Check.that(limit.toSeconds() > 0, "limit", limit, "a second or more");
    for (int starts = 1; ; starts++) {
      Path folder = Files.createTempDirectory("heyue-baresip-");
      Baresip baresip;
      try {
        baresip = new Baresip(folder, says, limit, codec);
      } catch (IOException | RuntimeException e) {
        Sipp.erase(folder);
        throw e;
      }
      if (baresip.runs()) {
        return baresip;
      }
      String screen = baresip.screen();
      baresip.close();
      if (starts == STARTS) {
        throw new IOException("baresip doesn't start: " + screen);
      }
    }
  }

  /** Waits until it listens and can be told what to do; whether it does. */
  private boolean runs() throws IOException {
    try {
      for (int looks = 0; looks < LOOKS; looks++) {
        if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          return false;
        }
        if (Ports.held(false, port) && Ports.held(true, control)) {
          wire = new BaresipControl(control);
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private BaresipControl wire() {
    BaresipControl ours = wire;
    if (ours == null) {
      throw new IllegalStateException("baresip doesn't run: " + screen());
    }
    return ours;
  }

  /** Where it listens, as host:port. */
  public String address() {
    return "127.0.0.1:" + port;
  }

  /** Whom to call there. */
  public String uri() {
    return "sip:peer@" + address();
  }

  /** Calls somebody; {@link #awaitUp} tells when they took it. */
  public void call(String uri) throws IOException {
    wire().tell("dial", uri);
  }

  /** Puts us on hold or takes us back, by a new offer. */
  public void hold(boolean on) throws IOException {
    wire().tell(on ? "hold" : "resume", "");
  }

  public void hangUp() throws IOException {
    wire().tell("hangup", "");
  }

  /** Presses keys, by events in the audio (RFC 4733): 0 to 9, star, hash, A to D. */
  public void keys(String keys) throws IOException {
    Check.that(keys.matches("[0-9*#A-D]+"), "keys", keys, "0 to 9, *, #, A to D");
    wire().tell("sndcode", keys);
  }

  /** Waits until a call is up. */
  public void awaitUp() throws InterruptedException {
    await("CALL_ESTABLISHED");
  }

  /** Waits until audio came. */
  public void awaitAudio() throws InterruptedException {
    await("CALL_RTPESTAB");
  }

  /** Waits until a call is over; why, in baresip's words. */
  public String awaitOver() throws InterruptedException {
    return await("CALL_CLOSED");
  }

  /** Waits for the next key that the other side presses. */
  public String awaitKey() throws InterruptedException {
    return await("CALL_DTMF_START");
  }

  /** Waits until it wrote down so much of what it hears in the call that lasts. */
  public void awaitHeard(Duration length) throws IOException, InterruptedException {
    long bytes = length.toMillis() * Companding.RATE / 1_000 * 2;
    for (int looks = 0; looks < LOOKS; looks++) {
      Optional<Path> file = heard();
      if (file.isPresent() && Files.size(file.get()) > bytes) {
        return;
      }
      boolean over = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      Check.that(!over, "baresip", screen(), "still running");
    }
    throw new AssertionError("baresip heard less than " + length + ".%n".formatted() + screen());
  }

  private String await(String type) throws InterruptedException {
    BaresipControl.Event event = wire().await(type, EVENT_SECONDS);
    if (event == null) {
      throw new AssertionError(
          "No %s of baresip came within %d s.%n%s".formatted(type, EVENT_SECONDS, screen()));
    }
    return event.param();
  }

  /**
   * The file of what it heard in its last call; of one that lasts it isn't whole yet. Calls should
   * begin in different seconds, by which it names them.
   */
  public Optional<Path> heard() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(BaresipFiles.HEARD))) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-dec.wav"))
          .max(Comparator.naturalOrder());
    }
  }

  /** What it wrote on its screen, to be read where a test failed. */
  public String screen() {
    try {
      return new String(Files.readAllBytes(folder.resolve(SCREEN)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The screen of baresip can't be read.", e);
    }
  }

  /** Ends it, whatever it does, and erases what it wrote. */
  @Override
  public void close() {
    BaresipControl ours = wire;
    if (ours != null) {
      ours.close();
    }
    Programs.end(process);
    Sipp.erase(folder);
  }
}
