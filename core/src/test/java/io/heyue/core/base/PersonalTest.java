package io.heyue.core.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.core.samples.Samples;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PersonalTest {
  private static final List<Personal> ALL =
      List.of(
          new PersonName("林甲乙"),
          new IdentityNumber("000000190001013105"),
          new PhoneNumber("+8610000000000"),
          new PostalAddress("无名省无名市无名路0号"),
          new MailAddress("nobody@heyue.example"));

  @Test
  void printsMaskedWhereverItIsPrinted() {
    for (Personal value : ALL) {
      assertThat(value.toString()).isEqualTo(value.masked()).contains("*");
      assertThat(value.toString()).doesNotContain(value.reveal());
      assertThat(Optional.of(value).toString()).doesNotContain(value.reveal());
    }
    assertThat(Samples.borrower().toString()).doesNotContain("林甲乙").doesNotContain("3105");
  }

  @Test
  void hidesShortValuesAltogether() {
    assertThat(new PersonName("林").masked()).isEqualTo("*");
    assertThat(new PersonName("林甲").masked()).isEqualTo("林*");
    assertThat(new IdentityNumber("12345").masked()).isEqualTo("*****");
    assertThat(new MailAddress("no sign").masked()).doesNotContain("sign");
  }

  @Test
  void cutsNoRareCharacterInTwo() {
    assertThat(new PersonName("𠮷甲").masked()).isEqualTo("𠮷*");
    assertThat(new PersonName("𠮷").masked()).isEqualTo("*");
  }

  @Test
  void refusesWithoutRepeatingTheValue() {
    assertThatThrownBy(() -> new PhoneNumber("10000000000"))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("1000000"));
    assertThatThrownBy(() -> new PersonName(" ")).isInstanceOf(IllegalArgumentException.class);
  }
}
