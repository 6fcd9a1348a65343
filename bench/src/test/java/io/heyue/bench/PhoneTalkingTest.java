package io.heyue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.voice.audio.Companding;
import io.heyue.voice.line.Telephone;
import io.heyue.voice.models.ModelFailure;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.recognise.RecogniserFailure;
import io.heyue.voice.speech.Espeak;
import io.heyue.voice.speech.Mouth;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is measured of conversations happens at all; how soon, a test can't tell. */
class PhoneTalkingTest {
  private static final BargeCall.Plan SHORT =
      new BargeCall.Plan(
          "We would like to tell you today that you can reach us on every working day.",
          1,
          3_500,
          1,
          5_500);

  @Test
  void whoSpeaksOverUsIsHeardAndOkayLetsUsFinish(@TempDir Path folder) throws Exception {
    needs("baresip", "espeak-ng");
    BargeCall call = new BargeCall(SHORT, new Random(1));
    try (Recogniser recogniser = opened(Lang.EN);
        TalkingSide side = new TalkingSide(recogniser, 1);
        Softphone phone = Softphone.start(folder, call.says(), 26_900)) {
      var _ =
          call.begin(side, phone.address(), mouth(0))
              .get(call.says().length().toSeconds() + 20, TimeUnit.SECONDS);
    }
    assertThat(call.cuts()).extracting(BargeCall.Cut::nod).containsExactly(false, true);
    List<BargeCall.Outcome> outcomes = call.outcomes();
    assertThat(outcomes.stream().filter(BargeCall.Outcome::turn)).hasSize(1);
    int turn = outcomes.stream().map(BargeCall.Outcome::turn).toList().indexOf(true);
    assertThat(outcomes.get(turn).words()).isNotBlank();
    assertThat(outcomes.get(turn - 1).whole()).as("it cut our sentence").isFalse();
    assertThat(outcomes.get(turn + 1).whole()).as("the next one was said to its end").isTrue();
  }

  @Test
  void answersAreRepliedTo() {
    needs("espeak-ng");
    replied(Lang.EN, 2, 50);
  }

  @Test
  void answersInMandarinAreRepliedTo() {
    needs("espeak-ng");
    replied(Lang.ZH, 1, 0);
  }

  private static void replied(Lang lang, int turns, int kept) {
    try (Recogniser recogniser = opened(lang);
        TalkingSide side = new TalkingSide(recogniser, 1);
        Telephone caller = new PhoneSide().open(30_000, 2)) {
      ReplyCall call = PhoneReply.held(side, caller, mouth(kept), turns, new Random(3));
      assertThat(call.unanswered()).isZero();
      assertThat(call.turns()).hasSize(turns);
      for (ReplyTurn turn : call.turns()) {
        assertThat(turn.complete()).isTrue();
        assertThat(turn.reason).isNotEmpty();
        assertThat(turn.silent).isBetween(turn.began, turn.over);
        assertThat(turn.understood).isBetween(turn.silent, turn.said);
      }
    }
  }

  private static Mouth mouth(int kept) {
    return new Mouth(new Espeak("espeak-ng", 165), Companding.RATE, kept);
  }

  private static Recogniser opened(Lang lang) {
    try {
      return BenchRecognisers.open(lang);
    } catch (ModelFailure | RecogniserFailure missing) {
      return absent(String.valueOf(missing.getMessage()));
    }
  }

  private static void needs(String... programs) {
    String path = String.valueOf(System.getenv("PATH"));
    for (String program : programs) {
      boolean there =
          Arrays.stream(path.split(File.pathSeparator))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
      if (!there) {
        var _ = absent(program + " is not installed. Maybe: apt-get install it.");
      }
    }
  }

  private static Recogniser absent(String missing) {
    return "must".equals(System.getenv("HEYUE_PEERS"))
        ? Assertions.fail(missing + " HEYUE_PEERS says that it must be there.")
        : Assumptions.abort(missing);
  }
}
