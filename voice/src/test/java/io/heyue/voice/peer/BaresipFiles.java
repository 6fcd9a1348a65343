package io.heyue.voice.peer;

import io.heyue.voice.audio.Companding;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.audio.Wav;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The folder from which baresip starts: who it is, what it can, what it says. */
final class BaresipFiles {
  /** The folder of what it hears. */
  static final String HEARD = "heard";

  /** Where Debian keeps them, by kind of machine or not. */
  private static final List<Path> MODULES =
      List.of(
          Path.of("/usr/lib/baresip/modules"),
          Path.of("/usr/lib/x86_64-linux-gnu/baresip/modules"),
          Path.of("/usr/lib/aarch64-linux-gnu/baresip/modules"),
          Path.of("/usr/local/lib/baresip/modules"));

  private BaresipFiles() {}

  /**
   * Writes them.
   *
   * @param control the port of the wire by which it is told what to do
   * @param codec the only one that it has, in its words
   */
  static void write(Path folder, int port, int control, Sound says, Duration limit, String codec)
      throws IOException {
    // At the end of the file it would hang up: silence to the end of its time keeps it talking.
    Sound all =
        Sound.of(
            Companding.RATE,
            List.of(
                says.at(Companding.RATE), Sound.silence(Companding.RATE, limit.plusSeconds(5))));
    Path words = folder.resolve("says.wav");
    Wav.write(all, words);
    Files.createDirectory(folder.resolve(HEARD));
    Path modules =
        MODULES.stream()
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow(() -> new IOException("baresip's modules are in none of " + MODULES));
    Files.writeString(
        folder.resolve("config"),
        """
        poll_method epoll
        sip_listen 127.0.0.1:%d
        net_interface 127.0.0.1
        call_local_timeout 120
        call_max_calls 4
        audio_path %s
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
        module opus.so
        module sndfile.so
        module aufile.so
        module aubridge.so
        module_tmp account.so
        module_app menu.so
        module_app ctrl_tcp.so
        ctrl_tcp_listen 127.0.0.1:%d
        snd_path %s
        """
            .formatted(port, folder, words, modules, control, folder.resolve(HEARD)));
    Files.writeString(
        folder.resolve("accounts"),
        "<sip:peer@127.0.0.1:%d>;regint=0;answermode=auto;audio_codecs=%s%n"
            .formatted(port, codec));
  }
}
