package io.heyue.brain.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That nothing is matched otherwise for want of the flags. */
class CaselessTest {
  /** As java.util.regex compares with both flags. */
  private static int folded(int character) {
    return Character.toLowerCase(Character.toUpperCase(character));
  }

  @Test
  void whatHasNoCaseIsNoOtherCharacterInAnyCase() {
    List<String> wrong = new ArrayList<>();
    IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(each -> folded(each) != each || Character.toUpperCase(each) != each)
        .forEach(each -> {
          if (Caseless.has(each)
              || Caseless.has(folded(each))
              || Caseless.has(Character.toUpperCase(each))) {
            wrong.add(Character.getName(each));
          }
        });
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(别想|休想)[^,。!?]{0,4}(走|离开)", "\\b一\\d{2,4}(?<!不)", "[一-龥]{3}[0-9]"})
  void chineseNeedsNoFlags(String written) {
    assertThat(Caseless.flags(written)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pay", "\\bno\\b", "还A", "(?i)还", "ａ", "\\x61", "\\p{L}", "é", "[ -~]", "[0-一]"})
  void lettersNeedThem(String written) {
    assertThat(Caseless.flags(written)).isEqualTo(Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
