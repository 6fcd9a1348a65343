package io.heyue.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CompandingTest {
  /** The ends of the curves, of both tables of G.711. */
  @ParameterizedTest
  @CsvSource({
    "PCMA, 0xd5, 8", "PCMA, 0x55, -8", "PCMA, 0xaa, 32256", "PCMA, 0x2a, -32256",
    "PCMU, 0xff, 0", "PCMU, 0x80, 32124", "PCMU, 0x00, -32124", "PCMU, 0xfe, 8"
  })
  void codesMeanWhatTheStandardSays(Companding curve, String code, short sample) {
    byte[] codes = {Integer.decode(code).byteValue()};
    assertThat(curve.decode(codes)).containsExactly(sample);
  }

  @ParameterizedTest
  @EnumSource(Companding.class)
  void everyCodeComesBack(Companding curve) {
    byte[] codes = new byte[256];
    for (int code = 0; code < codes.length; code++) {
      codes[code] = (byte) code;
    }
    byte[] again = curve.encode(curve.decode(codes));
    for (int code = 0; code < codes.length; code++) {
      // µ-law has two codes for nothing.
      boolean nothing = curve == Companding.PCMU && code == 0x7f;
      assertThat(again[code]).as("%02x", code).isEqualTo(nothing ? (byte) 0xff : codes[code]);
    }
  }

  @ParameterizedTest
  @EnumSource(Companding.class)
  void noSampleIsOffByMoreThanAStepOfItsSize(Companding curve) {
    for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
      short heard = curve.decode(curve.encode(new short[] {(short) sample}))[0];
      assertThat(Math.abs(heard - sample))
          .as("%d was heard as %d", sample, heard)
          .isLessThanOrEqualTo(Math.max(16, Math.abs(sample) / 16));
    }
  }

  @Test
  void theTypesAreThoseOfTheProfile() {
    assertThat(Companding.PCMU.payloadType()).isZero();
    assertThat(Companding.PCMA.payloadType()).isEqualTo(8);
  }
}
