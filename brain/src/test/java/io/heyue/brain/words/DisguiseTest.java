package io.heyue.brain.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.core.words.Normaliser;
import io.heyue.core.words.WordTables;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DisguiseTest {
  private static final WordTables TABLES =
      TableReader.read(Path.of(System.getProperty("heyue.root", ".."), "data"));

  @Test
  void aSentenceIsHiddenInManyWaysAndOftenBroughtBack() {
    Disguise disguise = new Disguise(TABLES, Rng.seeded(1));
    Normaliser normaliser = Normaliser.of(TABLES);
    Set<String> ways = new HashSet<>();
    int back = 0;
    for (int index = 0; index < 300; index++) {
      String hidden = disguise.hidden("再不还就起诉你", Lang.ZH);
      ways.add(hidden);
      back += normaliser.normalise(hidden).text().contains("起诉") ? 1 : 0;
    }
    assertThat(ways).hasSizeGreaterThan(60);
    assertThat(back).isBetween(150, 299);
  }

  @Test
  void englishLettersBecomeSignsOrAreTornApart() {
    Disguise disguise = new Disguise(TABLES, Rng.seeded(1));
    for (int index = 0; index < 100; index++) {
      String hidden = disguise.hidden("we will tell your boss", Lang.EN);
      assertThat(hidden).isNotEmpty();
    }
    assertThat(disguise.hidden("", Lang.EN)).isEmpty();
    assertThat(disguise.hidden("贷", Lang.ZH)).isNotEmpty();
  }
}
