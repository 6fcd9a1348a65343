package io.heyue.app.channel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EncodedTest {
  @Test
  void fitsOneMessageUpToItsLimitAndNotOneMore() {
    assertThat(Encoded.of("a".repeat(160)).parts()).hasSize(1);
    assertThat(Encoded.of("a".repeat(161)).parts()).hasSize(2);
    assertThat(Encoded.of("好".repeat(70)).parts()).hasSize(1);
    assertThat(Encoded.of("好".repeat(71)).parts()).hasSize(2);
    assertThat(Encoded.of("好".repeat(67 * 2)).parts()).hasSize(2);
    assertThat(Encoded.of("好".repeat(67 * 2 + 1)).parts()).hasSize(3);
  }

  @Test
  void charactersThatCentresReadDifferentlyGoAsUcs2() {
    assertThat(Encoded.of("Pay 5 now").coding()).isEqualTo(Encoded.DEFAULT);
    assertThat(Encoded.of("a@b").coding()).isEqualTo(Encoded.UCS2);
    assertThat(Encoded.of("$5").coding()).isEqualTo(Encoded.UCS2);
    assertThat(Encoded.of("a_b").coding()).isEqualTo(Encoded.UCS2);
  }

  @Test
  void neverCutsACharacterInTwo() {
    Encoded encoded = Encoded.of("好".repeat(66) + "😀".repeat(10));
    for (byte[] part : encoded.parts()) {
      String words = new String(part, StandardCharsets.UTF_16BE);
      assertThat(Character.isLowSurrogate(words.charAt(0))).isFalse();
      assertThat(Character.isHighSurrogate(words.charAt(words.length() - 1))).isFalse();
    }
    assertThat(new String(encoded.whole(), StandardCharsets.UTF_16BE))
        .isEqualTo("好".repeat(66) + "😀".repeat(10));
  }

  @Test
  void readsReceiptsOfManyHands() {
    assertThat(
            Receipt.read("id:0123 sub:001 dlvrd:001 submit date:1 done date:2 stat:DELIVRD err:0"))
        .contains(new Receipt("0123", true));
    assertThat(Receipt.read("id:ab stat:expired")).contains(new Receipt("ab", false));
    assertThat(Receipt.read("id:ab stat:ENROUTE")).isEmpty();
    assertThat(Receipt.read("hello")).isEmpty();
    assertThat(new Receipt("255", true).submitted(SmppSettings.ReceiptIds.DECIMAL_OF_HEX))
        .isEqualTo("ff");
  }
}
