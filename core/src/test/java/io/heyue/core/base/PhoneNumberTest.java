package io.heyue.core.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  @ParameterizedTest
  @CsvSource({
    "+8610000000000, +8610000000000",
    "+86 100-0000-0000, +8610000000000",
    "0086 10000000000, +8610000000000",
    "8610000000000, +8610000000000",
    "010-00000000, +861000000000",
    "（010）00000000, +861000000000",
    "+1 (555) 010-0123, +15550100123",
  })
  void readsWhatPeopleWrite(String written, String e164) {
    assertThat(PhoneNumber.find(written).map(PhoneNumber::reveal)).contains(e164);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12345",
        "+",
        "+0123456789",
        "10000000000",
        "abc",
        "+86 1000 0000 0000 0000",
        "00",
        "86100"
      })
  void findsNoneInTheRest(String written) {
    assertThat(PhoneNumber.find(written)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1234567", "+8610000000000", "+123456789012345"})
  void showsAtMostEightOfItsCharacters(String e164) {
    String masked = new PhoneNumber(e164).masked();
    assertThat(masked.replace("*", "")).hasSizeLessThanOrEqualTo(8);
    assertThat(masked).contains("***");
  }
}
