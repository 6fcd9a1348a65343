package io.heyue.voice.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Rng;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TemplateTest {
  /** A pattern may try all ways; finding leftmost must find a match wherever there is one. */
  @Test
  void whatAPatternFindsIsFound() {
    Rng rng = Rng.seeded(5);
    int found = 0;
    for (int round = 0; round < 5_000; round++) {
      String fixed = letters(rng, 2) + "{a}" + letters(rng, 1 + rng.nextInt(2));
      String text = fixed + (rng.chance(0.5) ? "{b}" + letters(rng, 1) : "");
      Template template = Template.parse("x" + text);
      String given = "x" + letters(rng, 9);
      boolean expected = Pattern.matches(("x" + text).replaceAll("\\{.\\}", "(.{1,80})"), given);
      assertThat(template.match(given).isPresent())
          .as("%s of %s", given, template)
          .isEqualTo(expected);
      found += expected ? 1 : 0;
    }
    assertThat(found).isGreaterThan(100);
  }

  private static String letters(Rng rng, int count) {
    StringBuilder letters = new StringBuilder();
    for (int at = 0; at < count; at++) {
      letters.append(rng.chance(0.5) ? 'a' : 'b');
    }
    return letters.toString();
  }
}
