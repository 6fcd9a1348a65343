package io.heyue.voice.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MixerTest {
  private static final String CUSTOMER = "customer";
  private static final String BOT = "bot";
  private static final String AGENT = "agent";
  private static final String MUSIC = "music";

  private static short[] frame(int value) {
    short[] frame = new short[Frame.SAMPLES];
    Arrays.fill(frame, (short) value);
    return frame;
  }

  private static final Map<String, short[]> SPOKEN =
      Map.of(CUSTOMER, frame(1), BOT, frame(10), AGENT, frame(100), MUSIC, frame(1_000));

  private static final Mixer NOBODY = Mixer.of(CUSTOMER, BOT, AGENT, MUSIC);

  private static void hears(Mixer mixer, int customer, int bot, int agent, int music) {
    Map<String, short[]> heard = mixer.mix(SPOKEN);
    assertThat(heard.keySet()).containsExactly(CUSTOMER, BOT, AGENT, MUSIC);
    assertThat(heard.get(CUSTOMER)).containsOnly(customer);
    assertThat(heard.get(BOT)).containsOnly(bot);
    assertThat(heard.get(AGENT)).containsOnly(agent);
    assertThat(heard.get(MUSIC)).containsOnly(music);
  }

  private static Mixer talk() {
    return NOBODY.hears(CUSTOMER, BOT).hears(BOT, CUSTOMER);
  }

  @Test
  void eachHearsWhomTheMatrixSays() {
    hears(NOBODY, 0, 0, 0, 0);
    hears(talk(), 10, 1, 0, 0);
    // The agent listens in.
    hears(talk().hears(AGENT, CUSTOMER).hears(AGENT, BOT), 10, 1, 11, 0);
    // The agent whispers to the bot.
    hears(talk().hears(AGENT, CUSTOMER).hears(BOT, AGENT), 10, 101, 1, 0);
    // All talk together.
    hears(NOBODY.joined().apart(MUSIC), 110, 101, 11, 0);
    // The bot has left.
    hears(NOBODY.joined().apart(MUSIC).apart(BOT), 100, 0, 1, 0);
    // The customer is held: hears music, and nobody hears them.
    hears(NOBODY.joined().apart(MUSIC).apart(CUSTOMER).hears(CUSTOMER, MUSIC), 1_000, 100, 10, 0);
    hears(NOBODY.joined(), 1_110, 1_101, 1_011, 111);
  }

  @Test
  void gainMakesLouderOrQuieterAndTheLoudestIsTheLoudest() {
    Mixer mixer = Mixer.of("a", "b", "c").hears("a", "b", 0.5).hears("a", "c", 2);
    assertThat(mixer.mix(Map.of("b", frame(1_000), "c", frame(-300))).get("a")).containsOnly(-100);
    assertThat(mixer.mix(Map.of("b", frame(30_000), "c", frame(30_000))).get("a"))
        .containsOnly(Short.MAX_VALUE);
    assertThat(mixer.mix(Map.of("c", frame(-32_768))).get("a")).containsOnly(Short.MIN_VALUE);
    assertThat(mixer.mix(Map.of()).get("a")).containsOnly(0);
  }

  @Test
  void nobodyHearsThemselves() {
    assertThatThrownBy(() -> talk().hears(BOT, BOT)).hasMessageContaining("bot");
    assertThatThrownBy(() -> talk().hears(BOT, "stranger")).hasMessageContaining("stranger");
    assertThatThrownBy(() -> talk().mix(Map.of("stranger", frame(1))))
        .hasMessageContaining("stranger");
    assertThatThrownBy(() -> Mixer.of("a", "a")).hasMessageContaining("legs");
  }
}
