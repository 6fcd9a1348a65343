package io.heyue.voice.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.base.PhoneNumber;
import io.heyue.voice.sip.Codec;
import io.heyue.voice.sip.Credentials;
import io.heyue.voice.sip.Secrecy;
import io.heyue.voice.sip.SipAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TrunksTest {
  private static final PhoneNumber OURS = new PhoneNumber("+861010000000");
  private static final PhoneNumber STRANGE = new PhoneNumber("+861010000009");
  private static final long SECOND = 1_000_000_000L;

  private static Trunk trunk(String name, int channels, int rate) {
    return new Trunk(
        name,
        SipAddress.parse("sip:127.0.0.1:5060"),
        Optional.empty(),
        Set.of(OURS),
        Trunk.Writing.PLUS,
        channels,
        rate,
        Secrecy.WHERE_OFFERED,
        false);
  }

  private static Optional<String> take(Trunks trunks, Set<String> tried, long now) {
    return switch (trunks.search(OURS, tried, now)) {
      case Trunks.Search.Found found -> Optional.of(found.trunk().name());
      case Trunks.Search.None _ -> Optional.empty();
    };
  }

  @Test
  void theOneWithMostRoomIsTaken() {
    Trunks trunks = new Trunks(List.of(trunk("a", 10, 100), trunk("b", 100, 100)));
    assertThat(take(trunks, Set.of(), 0)).contains("a");
    for (int call = 0; call < 10; call++) {
      assertThat(take(trunks, Set.of(), 0)).contains("b");
    }
    assertThat(take(trunks, Set.of(), 0)).contains("a");
  }

  @Test
  void whatIsFreeIsChannelsAndNewCallsOfThisSecond() {
    Trunk narrow = trunk("a", 3, 2);
    Trunks trunks = new Trunks(List.of(narrow, trunk("b", 1, 5)));
    assertThat(trunks.room(0)).isEqualTo(new TrunkRoom(4, 3));
    assertThat(take(trunks, Set.of("b"), 0)).contains("a");
    assertThat(trunks.room(SECOND - 1)).isEqualTo(new TrunkRoom(3, 2));
    assertThat(take(trunks, Set.of("b"), SECOND / 2)).contains("a");
    assertThat(trunks.room(SECOND - 1)).isEqualTo(new TrunkRoom(2, 1));
    assertThat(trunks.room(SECOND)).isEqualTo(new TrunkRoom(2, 2));
    trunks.free(narrow);
    assertThat(trunks.room(SECOND)).isEqualTo(new TrunkRoom(3, 2));
    assertThat(trunks.room(2 * SECOND)).isEqualTo(new TrunkRoom(3, 3));
    trunks.silent(narrow);
    assertThat(trunks.room(2 * SECOND)).isEqualTo(new TrunkRoom(1, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "PLUS,     +8613800000001,   +8613800000001",
    "PLUS,     13800000001,",
    "BARE,     8613800000001,    +8613800000001",
    "BARE,     13025550123,      +13025550123",
    "BARE,     +8613800000001,",
    "NATIONAL, 13800000001,      +8613800000001",
    "NATIONAL, 01012345678,      +861012345678",
    "NATIONAL, 1012345678,       +861012345678",
    "NATIONAL, 0013025550123,    +13025550123",
    "NATIONAL, +13025550123,",
    "NATIONAL, anonymous,",
    "BARE,     0,"
  })
  void aNumberIsReadAsTheCarrierWritesItAndNoOther(
      Trunk.Writing writing, String user, String number) {
    assertThat(trunk(writing).read(user).map(PhoneNumber::reveal).orElse(null)).isEqualTo(number);
  }

  @ParameterizedTest
  @EnumSource(Trunk.Writing.class)
  void whatWeWriteIsReadAsTheSame(Trunk.Writing writing) {
    for (String number : List.of("+8613800000001", "+861012345678", "+13025550123")) {
      PhoneNumber whole = new PhoneNumber(number);
      assertThat(trunk(writing).read(trunk(writing).written(whole).user())).contains(whole);
    }
  }

  private static Trunk trunk(Trunk.Writing writing) {
    return new Trunk(
        "a",
        SipAddress.parse("sip:127.0.0.1:5060"),
        Optional.empty(),
        Set.of(OURS),
        writing,
        1,
        1,
        Secrecy.WHERE_OFFERED,
        false);
  }

  @Test
  void callsThatComeInTakeChannelsAndNoneOfTheNewCalls() {
    Trunk small = trunk("a", 2, 1);
    Trunks trunks = new Trunks(List.of(small));
    assertThat(trunks.comes(small)).isTrue();
    assertThat(trunks.room(0)).isEqualTo(new TrunkRoom(1, 1));
    assertThat(take(trunks, Set.of(), 0)).isPresent();
    assertThat(trunks.comes(small)).isFalse();
    trunks.free(small);
    assertThat(trunks.comes(small)).isTrue();
  }

  @Test
  void noMoreCallsThanChannels() {
    Trunk small = trunk("a", 2, 100);
    Trunks trunks = new Trunks(List.of(small));
    assertThat(take(trunks, Set.of(), 0)).isPresent();
    assertThat(take(trunks, Set.of(), 0)).isPresent();
    assertThat(take(trunks, Set.of(), 0)).isEmpty();
    trunks.free(small);
    assertThat(take(trunks, Set.of(), 0)).isPresent();
  }

  @Test
  void noMoreNewCallsASecondThanTheCarrierTakes() {
    Trunks trunks = new Trunks(List.of(trunk("a", 1_000, 3)));
    int begun = 0;
    for (long now = 0; now < 10 * SECOND; now += SECOND / 50) {
      begun += take(trunks, Set.of(), now).isPresent() ? 1 : 0;
    }
    assertThat(begun).isEqualTo(30);
  }

  @Test
  void nobodyIsCalledFromANumberThatTheTrunkDoesNotAllow() {
    Trunks trunks = new Trunks(List.of(trunk("a", 10, 10)));
    assertThat(trunks.search(STRANGE, Set.of(), 0))
        .isEqualTo(new Trunks.Search.None(Trunks.Lack.NOT_ALLOWED));
  }

  @Test
  void whatIsMissingIsNamedByTheTrunkThatCameClosest() {
    Trunk small = trunk("small", 1, 9);
    Trunk slow = trunk("slow", 9, 1);
    Trunks trunks = new Trunks(List.of(small, slow));
    take(trunks, Set.of(), 0);
    take(trunks, Set.of(), 0);
    assertThat(lack(trunks, Set.of())).isEqualTo(Trunks.Lack.RATE);
    assertThat(lack(trunks, Set.of("slow"))).isEqualTo(Trunks.Lack.FULL);
    assertThat(trunks.silent(slow)).isTrue();
    assertThat(lack(trunks, Set.of())).isEqualTo(Trunks.Lack.FULL);
    assertThat(lack(trunks, Set.of("small"))).isEqualTo(Trunks.Lack.ILL);
    assertThat(lack(trunks, Set.of("small", "slow"))).isEqualTo(Trunks.Lack.NOT_ALLOWED);
  }

  private static Trunks.Lack lack(Trunks trunks, Set<String> tried) {
    return ((Trunks.Search.None) trunks.search(OURS, tried, 0)).lack();
  }

  @Test
  void aCallThatNeverWentOutCountsForNothing() {
    Trunk one = trunk("a", 2, 2);
    Trunks trunks = new Trunks(List.of(one));
    for (int times = 0; times < 5; times++) {
      assertThat(take(trunks, Set.of(), SECOND)).contains("a");
      trunks.neverBegan(one);
    }
    assertThat(take(trunks, Set.of(), SECOND)).contains("a");
    assertThat(take(trunks, Set.of(), SECOND)).contains("a");
    assertThat(trunks.standing(one)).isEqualTo(2);
    assertThat(take(trunks, Set.of(), SECOND)).isEmpty();
  }

  @Test
  void oneThatWantsToKnowWhereWeAreIsNotCalledBeforeItDoes() {
    SipAddress own = SipAddress.parse("sip:heyue@127.0.0.1:5060");
    Trunk wants =
        new Trunk(
            "a",
            own.with(""),
            Optional.of(new Credentials("heyue", "secret")),
            Set.of(OURS),
            Trunk.Writing.PLUS,
            1,
            1,
            Secrecy.WHERE_OFFERED,
            false,
            Optional.of(own),
            Codec.USUAL);
    Trunks trunks = new Trunks(List.of(wants));
    assertThat(lack(trunks, Set.of())).isEqualTo(Trunks.Lack.ILL);
    trunks.registered(wants, true);
    assertThat(take(trunks, Set.of(), 0)).contains("a");
  }

  @Test
  void silenceTakesATrunkOutAtOnce() {
    Trunk one = trunk("a", 10, 10);
    Trunks trunks = new Trunks(List.of(one));
    assertThat(trunks.silent(one)).isTrue();
    assertThat(trunks.silent(one)).isFalse();
    assertThat(trunks.sign(one, true)).isFalse();
    assertThat(trunks.sign(one, true)).isTrue();
  }

  @Test
  void whatWasTriedIsNotTriedAgain() {
    Trunks trunks = new Trunks(List.of(trunk("a", 10, 10), trunk("b", 10, 10)));
    assertThat(take(trunks, Set.of("a"), 0)).contains("b");
    assertThat(take(trunks, Set.of("a", "b"), 0)).isEmpty();
  }

  @Test
  void threeFailuresInARowTakeATrunkOutAndTwoSuccessesBringItBack() {
    Trunk one = trunk("a", 10, 10);
    Trunks trunks = new Trunks(List.of(one));
    assertThat(trunks.sign(one, false)).isFalse();
    assertThat(trunks.sign(one, false)).isFalse();
    assertThat(trunks.sign(one, true)).isFalse();
    assertThat(trunks.sign(one, false)).isFalse();
    assertThat(trunks.sign(one, false)).isFalse();
    assertThat(trunks.well(one)).isTrue();
    assertThat(trunks.sign(one, false)).isTrue();
    assertThat(take(trunks, Set.of(), 0)).isEmpty();
    assertThat(trunks.sign(one, true)).isFalse();
    assertThat(trunks.sign(one, true)).isTrue();
    assertThat(take(trunks, Set.of(), 0)).isPresent();
  }

  @Test
  void numbersAreWrittenAsTheCarrierWantsThem() {
    PhoneNumber number = new PhoneNumber("+8613800000000");
    PhoneNumber abroad = new PhoneNumber("+12025550100");
    assertThat(written(Trunk.Writing.PLUS, number)).isEqualTo("+8613800000000");
    assertThat(written(Trunk.Writing.BARE, number)).isEqualTo("8613800000000");
    assertThat(written(Trunk.Writing.NATIONAL, number)).isEqualTo("13800000000");
    assertThat(written(Trunk.Writing.NATIONAL, abroad)).isEqualTo("0012025550100");
  }

  private static String written(Trunk.Writing writing, PhoneNumber number) {
    return new Trunk(
            "a",
            SipAddress.parse("sip:127.0.0.1:5060"),
            Optional.empty(),
            Set.of(OURS),
            writing,
            1,
            1,
            Secrecy.WHERE_OFFERED,
            false)
        .written(number)
        .user();
  }

  @Test
  void twoOfOneNameAreRefused() {
    assertThatThrownBy(() -> new Trunks(List.of(trunk("a", 1, 1), trunk("a", 2, 2))))
        .hasMessageContaining("trunk is a");
  }

  @Test
  void aRefusalIsTheTrunksFaultWhereTheNetworkSaysNothingOfThePerson() {
    assertThat(TrunkFault.is(503, List.of())).isTrue();
    assertThat(TrunkFault.is(486, List.of())).isFalse();
    assertThat(TrunkFault.is(503, List.of("Q.850;cause=17;text=\"User busy\""))).isFalse();
    assertThat(TrunkFault.is(480, List.of("SIP;cause=480", "Q.850 ; cause = 34"))).isTrue();
    assertThat(TrunkFault.is(603, List.of())).isFalse();
  }
}
