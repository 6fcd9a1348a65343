package io.heyue.voice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.audio.Wav;
import io.heyue.voice.peer.Baresip;
import io.heyue.voice.peer.Sipp;
import io.heyue.voice.peer.Tone;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class CallMainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = CallMain.commands();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  @Test
  void itSaysItsTextAndTellsHowItWent(@TempDir Path folder) throws Exception {
    Baresip.present();
    Path record = folder.resolve("heard.wav");
    try (Baresip peer =
        Baresip.start(Tone.of(1_000, Duration.ofSeconds(5)), Duration.ofSeconds(60))) {
      int status = run(peer.uri(), "--text", "你好", "--seconds", "3", "--record", record.toString());
      assertThat(status).as(err.toString()).isZero();
      assertThat(out.toString()).contains("up\n", "ended: too long; keys: none");
      assertThat(Tone.heard(Wav.read(record), 1_000)).isGreaterThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void whoDoesNotTakeItIsAFailureThatSaysWhy() throws Exception {
    Sipp.present();
    try (Sipp peer = Sipp.called("early_refused").start()) {
      assertThat(run("sip:x@" + peer.address(), "--text", "hello", "--lang", "en")).isEqualTo(1);
      assertThat(out.toString()).contains("ended: refused, answered 480, Q.850");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "alice, --seconds=5, is no SIP address",
    "sip:+8613800000000@127.0.0.1:9, --seconds=5, only called with a permit",
    "sip:13800000000@127.0.0.1:9, --seconds=5, only called with a permit",
    "sip:a@127.0.0.1, --seconds=0, is not from 1 to 3600",
    "sip:a@127.0.0.1, --lang=fr, Maybe zh or en",
    "sip:a@127.0.0.1, --user=a, needs --password-file",
    "sip:a@127.0.0.1, --record=/nowhere/at/all.wav, Maybe its name is misspelt",
  })
  void wrongUseIsNamed(String address, String option, String message) {
    assertThat(run(address, option)).isEqualTo(2);
    assertThat(err.toString()).contains(message);
  }
}
