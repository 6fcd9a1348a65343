package io.heyue.voice.talk;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.voice.hear.HearingSettings;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.recognise.funasr.Funasr;
import io.heyue.voice.recognise.funasr.FunasrSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class TalkPartsTest {
  private final Executor light = _ -> {};
  private final Executor heavy = _ -> {};

  /** One that hangs would take the threads of all other languages. */
  @Test
  void whoWaitsForAnotherMachineTakesNoThreadOfThoseWhoCompute() {
    Recogniser here = new Scripted(Lang.EN);
    Recogniser there =
        new Funasr(
            new FunasrSettings(
                "paraformer",
                Lang.ZH,
                URI.create("ws://127.0.0.1:9"),
                false,
                FunasrSettings.Mode.ONLINE,
                FunasrSettings.End.FLAG,
                Duration.ofSeconds(1),
                0.8));
    TalkParts parts =
        new TalkParts(
            _ -> {
              throw new UnsupportedOperationException();
            },
            HearingSettings.usual(),
            Map.of(),
            Map.of(Lang.EN, here, Lang.ZH, there),
            Knowledge.standard(),
            new TalkParts.Works(light, heavy, _ -> {}, false));
    assertThat(parts.hears(Lang.EN)).isSameAs(heavy);
    assertThat(parts.hears(Lang.ZH)).isSameAs(light);
  }
}
