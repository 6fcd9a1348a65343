package io.heyue.bench;

import io.heyue.voice.audio.Sound;
import io.heyue.voice.audio.Wav;
import io.heyue.voice.sip.SipAddress;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * baresip in a process of its own: takes one call at once and says what a file holds, packet by
 * packet with a clock of its own. It hangs up at the file's end.
 */
final class Softphone implements AutoCloseable {
  private static final List<Path> MODULES =
      List.of(
          Path.of("/usr/lib/baresip/modules"),
          Path.of("/usr/lib/x86_64-linux-gnu/baresip/modules"),
          Path.of("/usr/lib/aarch64-linux-gnu/baresip/modules"),
          Path.of("/usr/local/lib/baresip/modules"));
  private static final int LOOKS = 500;
  private static final int LOOK_MILLIS = 20;
  private static final int PORTS = 20;

  private final Process process;
  private final int port;
  private final int audio;

  private Softphone(Process process, int port, int audio) {
    this.process = process;
    this.port = port;
    this.audio = audio;
  }

  /**
   * Starts one; it can be called when this returns.
   *
   * @param folder of its own, empty
   * @param audio its audio goes out from this port or one of the few after it
   */
  static Softphone start(Path folder, Sound says, int audio) throws IOException {
    int port;
    try (DatagramSocket any =
        new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0))) {
      port = any.getLocalPort();
    }
    Duration limit = says.length().plusSeconds(30);
    Path words = folder.resolve("says.wav");
    Wav.write(says, words);
    Path modules =
        MODULES.stream()
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow(() ->
                new IOException(
                    "baresip's modules are in none of "
                        + MODULES
                        + ". Maybe: apt-get install baresip-core."));
    Files.writeString(
        folder.resolve("config"),
        """
        poll_method epoll
        sip_listen 127.0.0.1:%d
        net_interface 127.0.0.1
        rtp_ports %d-%d
        call_max_calls 1
        audio_player aubridge,ear
        audio_source aufile,%s
        audio_alert aubridge,bell
        ausrc_srate 8000
        auplay_srate 8000
        ausrc_channels 1
        auplay_channels 1
        ringback_disabled yes
        module_path %s
        module g711.so
        module aufile.so
        module aubridge.so
        module_tmp account.so
        module_app menu.so
        """
            .formatted(port, audio, audio + PORTS - 1, words, modules));
    Files.writeString(
        folder.resolve("accounts"),
        "<sip:peer@127.0.0.1:%d>;regint=0;answermode=auto;audio_codecs=pcma%n".formatted(port));
    Process process =
        new ProcessBuilder(
                "baresip", "-f", folder.toString(), "-t", Long.toString(limit.toSeconds()))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("screen.txt").toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .start();
    Softphone phone = new Softphone(process, port, audio);
    phone.awaitListening(folder);
    return phone;
  }

  private void awaitListening(Path folder) throws IOException {
    String held = String.format(Locale.ROOT, " 0100007F:%04X ", port);
    try {
      for (int looks = 0; looks < LOOKS; looks++) {
        if (Files.readString(Path.of("/proc/net/udp")).contains(held)) {
          return;
        }
        if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    close();
    throw new IOException(
        "baresip doesn't start: " + Files.readString(folder.resolve("screen.txt")));
  }

  SipAddress address() {
    return SipAddress.find("sip:peer@127.0.0.1:" + port).orElseThrow();
  }

  /** Whether a port is one of its audio's. */
  boolean speaksFrom(int other) {
    return other >= audio && other < audio + PORTS;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      var _ = process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
