package io.heyue.app.phone;

import io.heyue.core.base.Lang;
import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.line.Trunk.Writing;
import io.heyue.voice.sip.Codec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settings of a telephone that recognises no words. */
public final class SmallPhone {
  private SmallPhone() {}

  /** A trunk by which five calls a second may begin. */
  public static TrunkSettings trunk(String name, String address, int channels, PhoneNumber number) {
    return new TrunkSettings(
        name,
        address,
        null,
        null,
        List.of(number.reveal()),
        Writing.PLUS,
        channels,
        5,
        false,
        false,
        false,
        List.of(),
        List.of(),
        Codec.USUAL);
  }

  /**
   * A telephone.
   *
   * @param port 0 for any
   * @param slots conversations at once; null for as many as its trunks have channels
   */
  public static PhoneSettings settings(int port, @Nullable Integer slots, TrunkSettings... trunks) {
    return new PhoneSettings(
        "127.0.0.1",
        port,
        List.of(trunks),
        null,
        List.of(),
        new PhoneSettings.Recording(30),
        new PhoneSettings.Pacing(PhoneSettings.Pacing.Mode.DEMAND, 0.01, slots),
        List.of(),
        List.of(
            new PhoneSettings.Recognising(Lang.EN, "none", null, null, null),
            new PhoneSettings.Recognising(Lang.ZH, "none", null, null, null)));
  }
}
