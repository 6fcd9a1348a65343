package io.heyue.voice.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.media.Srtp.Opened;
import io.heyue.voice.rtp.RtpPacket;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SrtpTest {
  static SrtpKey key(SrtpSuite suite, int seed) {
    byte[] bytes = new byte[30];
    new Random(seed).nextBytes(bytes);
    return new SrtpKey(suite, bytes);
  }

  private static Srtp srtp(SrtpSuite suite, int ours, int theirs) {
    return new Srtp(new SrtpKeys(key(suite, ours), key(suite, theirs)));
  }

  private static byte[] opened(Srtp srtp, byte[] datagram) {
    return switch (srtp.open(datagram)) {
      case Opened.Plain(var packet) -> {
        byte[] bytes = new byte[packet.remaining()];
        packet.get(bytes);
        yield bytes;
      }
      case Opened.Refused(Dropped why) -> throw new AssertionError(why);
    };
  }

  @ParameterizedTest
  @EnumSource(SrtpSuite.class)
  void whatIsEncryptedIsOpenedOnceAndByTheKeyAlone(SrtpSuite suite) {
    Srtp here = srtp(suite, 1, 2);
    Srtp there = srtp(suite, 2, 1);
    Srtp stranger = srtp(suite, 3, 4);
    // Past the turn of numbers.
    for (int number = 30_000; number < 70_000; number += 17) {
      byte[] plain = new RtpPacket(false, 8, number & 0xffff, number, 5, new byte[160]).bytes();
      byte[] secret = here.protect(plain);
      assertThat(secret).hasSize(plain.length + suite.tag());
      byte[] changed = secret.clone();
      changed[20] ^= 1;
      assertThat(there.open(changed)).isEqualTo(new Opened.Refused(Dropped.UNAUTHENTICATED));
      assertThat(there.open(plain)).isInstanceOf(Opened.Refused.class);
      assertThat(stranger.open(secret)).isEqualTo(new Opened.Refused(Dropped.UNAUTHENTICATED));
      assertThat(opened(there, secret)).isEqualTo(plain);
      assertThat(there.open(secret)).isEqualTo(new Opened.Refused(Dropped.REPLAYED));
    }
  }

  /** Under one key no number is used twice, and they count on. */
  @ParameterizedTest
  @EnumSource(SrtpSuite.class)
  void whoseOtherSideTakesAnotherKeyCountsOn(SrtpSuite suite) {
    Srtp here = srtp(suite, 1, 2);
    Srtp there = srtp(suite, 2, 1);
    byte[] report = Rtcp.write(new RtcpReport.OfReceiver(77, java.util.List.of()), "name", true);
    byte[] first = here.protectControl(report);
    assertThat(there.openControl(first)).hasValue(report);
    for (int number = 60_000; number < 70_000; number++) {
      byte[] plain = new RtpPacket(false, 8, number & 0xffff, number, 5, new byte[160]).bytes();
      assertThat(opened(there, here.protect(plain))).isEqualTo(plain);
    }
    Srtp anew = here.again(new SrtpKeys(key(suite, 1), key(suite, 3)));
    byte[] plain = new RtpPacket(false, 8, 70_000 & 0xffff, 70_000, 5, new byte[160]).bytes();
    assertThat(opened(there, anew.protect(plain))).isEqualTo(plain);
    assertThat(anew.protectControl(report)).isNotEqualTo(first);
    byte[] theirs = srtp(suite, 3, 1).protect(plain);
    assertThat(opened(anew, theirs)).isEqualTo(plain);
    Srtp other = anew.again(new SrtpKeys(key(suite, 4), key(suite, 3)));
    assertThat(opened(srtp(suite, 3, 4), other.protect(plain))).isEqualTo(plain);
  }

  @ParameterizedTest
  @EnumSource(SrtpSuite.class)
  void reportsAreEncryptedToo(SrtpSuite suite) {
    Srtp here = srtp(suite, 1, 2);
    Srtp there = srtp(suite, 2, 1);
    byte[] plain = Rtcp.write(new RtcpReport.OfReceiver(77, java.util.List.of()), "name", true);
    for (int times = 0; times < 10; times++) {
      byte[] secret = here.protectControl(plain);
      assertThat(secret).hasSize(plain.length + 14);
      assertThat(srtp(suite, 3, 4).openControl(secret)).isEmpty();
      assertThat(there.openControl(plain)).isEmpty();
      assertThat(there.openControl(secret)).hasValue(plain);
      assertThat(there.openControl(secret)).isEmpty();
    }
  }

  /** The packet that libsrtp checks itself with (srtp_driver.c, srtp_validate). */
  @Test
  void aKnownPacketIsEncryptedAsOthersDo() {
    HexFormat hex = HexFormat.of();
    SrtpKey key =
        new SrtpKey(
            SrtpSuite.AES_CM_128_HMAC_SHA1_80,
            hex.parseHex("e1f97a0d3e018be0d64fa32c06de41390ec675ad498afeebb6960b3aabe6"));
    byte[] plain = hex.parseHex("800f1234decafbadcafebabe" + "ab".repeat(16));
    assertThat(new Srtp(new SrtpKeys(key, key)).protect(plain))
        .asHexString()
        .isEqualToIgnoringCase(
            "800f1234decafbadcafebabe4e55dc4ce79978d88ca4d215949d2402b78d6acc99ea179b8dbb");
  }

  @Test
  void anyBytesAreRefused() {
    Srtp srtp = srtp(SrtpSuite.AES_CM_128_HMAC_SHA1_32, 1, 2);
    Random random = new Random(9);
    for (int times = 0; times < 5_000; times++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      assertThat(srtp.open(bytes)).isInstanceOf(Opened.Refused.class);
      assertThat(srtp.openControl(bytes)).isEmpty();
    }
  }

  @Test
  void aKeyIsWrittenNowhere() {
    SrtpKey key = key(SrtpSuite.AES_CM_128_HMAC_SHA1_80, 1);
    assertThat(new SrtpKeys(key, key).toString())
        .isEqualTo(
            "SrtpKeys[ours=SrtpKey[AES_CM_128_HMAC_SHA1_80], theirs=SrtpKey[AES_CM_128_HMAC_SHA1_80]]");
    assertThat(key).isEqualTo(key(SrtpSuite.AES_CM_128_HMAC_SHA1_80, 1));
    assertThat(SrtpSuite.find("AES_CM_128_HMAC_SHA1_32"))
        .contains(SrtpSuite.AES_CM_128_HMAC_SHA1_32);
    assertThat(SrtpSuite.find("F8_128_HMAC_SHA1_80")).isEmpty();
  }
}
