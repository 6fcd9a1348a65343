package io.heyue.sim.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.brain.book.Books;
import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rng;
import io.heyue.core.base.Tone;
import io.heyue.core.dialogue.Keypad;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.reply.PhraseBook;
import io.heyue.sim.play.Stage;
import io.heyue.sim.world.Sample;
import io.heyue.sim.world.Sampler;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** People know an offer of keys when they hear one, and mostly take it. */
final class FingersTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 23, 10, 0, 0, 0, ZoneOffset.UTC);

  private static final Books BOOKS = Books.read(Stage.root().resolve("data"));

  private static final Sample SAMPLE =
      new Sampler(7, NOW.toLocalDate(), BOOKS.mandates()).draw(1, Lang.ZH, Sampler.Oddity.NONE);

  @ParameterizedTest
  @EnumSource(Lang.class)
  void everyMenuOffersKeys(Lang lang) {
    PhraseBook book = BOOKS.phrases();
    List<String> missed = new ArrayList<>();
    for (Keypad.Menu menu : Keypad.Menu.values()) {
      // Where no key answers, only those are named that mean something everywhere.
      for (Tone tone : menu == Keypad.Menu.OTHER ? new Tone[0] : Tone.values()) {
        book.find(lang, menu.id(), Channel.CALL, tone)
            .filter(phrase -> !Fingers.offered(phrase.template().toString(), false))
            .ifPresent(_ -> missed.add(menu.id() + " " + tone));
      }
    }
    assertThat(missed).isEmpty();
  }

  @Test
  void mostPressAtOnceAndNearlyAllWhoAreAskedAgain() {
    assertThat(pressing(false)).isBetween(0.6, 0.8);
    assertThat(pressing(true)).isBetween(0.88, 0.98);
    assertThat(fingers(1).willing("请问您是赵南川本人吗？", true)).as("not offered").isFalse();
  }

  private static double pressing(boolean again) {
    int pressed = 0;
    for (int i = 0; i < 2_000; i++) {
      pressed += fingers(i).willing("是请按一，不是请按二。", again) ? 1 : 0;
    }
    return pressed / 2_000.0;
  }

  @ParameterizedTest
  @CsvSource({
    "请问您是赵南川本人吗？, me, 1",
    "请问您是赵南川本人吗？, not_me, 2",
    "请问您是赵南川本人吗？, relative, 3",
    "请问您是赵南川本人吗？, busy, 4",
    "请问您是赵南川本人吗？, person, 0",
    "请问您是赵南川本人吗？, deceased,",
    "请问您哪一天方便还呢？, cannot, 1",
    "请问您哪一天方便还呢？, want_plan, 2",
    "请问您哪一天方便还呢？, paid, 3",
    "请问您哪一天方便还呢？, dispute, 4",
    "请问您哪一天方便还呢？, busy, 5",
    "请问您哪一天方便还呢？, distress,",
    "请问您哪一天方便还呢？, refuse,",
    "方便说说是遇到了什么情况吗？, refuse, 3"
  })
  void whatNoKeySaysIsSaid(String words, String situation, String keys) {
    Page page = Page.read(words, NOW.toLocalDate());
    assertThat(fingers(1).press(page, (Reply.Say) Reply.say(situation)))
        .isEqualTo(Optional.ofNullable(keys));
  }

  @Test
  void whoIsAskedWhetherTheyPaidKnows() {
    String words = "您是说这笔钱已经还过了，对吗？";
    assertThat(SaidBack.answer(words, truth(Disposition.ALREADY_PAID)).orElseThrow().situations())
        .containsExactly("yes");
    assertThat(SaidBack.answer(words, truth(Disposition.PROMISE)).orElseThrow().situations())
        .containsExactly("no");
    assertThat(SaidBack.answer("请问您哪一天方便还呢？", truth(Disposition.PROMISE))).isEmpty();
  }

  private static Truth truth(Disposition right) {
    return new Truth(
        Set.of(right), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), true, true);
  }

  private static Fingers fingers(int seed) {
    Money owed = Money.fen(100_000);
    LocalDate today = NOW.toLocalDate();
    Wish wish =
        new Wish(
            owed,
            Optional.empty(),
            Money.fen(70_000),
            today.plusDays(5),
            5,
            3,
            Money.fen(30_000),
            today.minusDays(2),
            NOW.plusDays(1));
    return new Fingers(SAMPLE, wish, Rng.seeded(seed));
  }
}
