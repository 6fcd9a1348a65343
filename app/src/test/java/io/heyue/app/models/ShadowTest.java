package io.heyue.app.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Heard;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Language;
import io.heyue.core.understanding.Listener;
import io.heyue.core.understanding.Provenance;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.core.understanding.Understanding;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A second model reads what the first does; nobody waits for it, and nobody sees its answers. */
@Timeout(60)
class ShadowTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.parse("2026-03-02T10:00:00+08:00[Asia/Shanghai]");

  private final Map<String, Integer> counted = new ConcurrentHashMap<>();
  private final AtomicLong seconds = new AtomicLong();

  /** Each at a moment of its own. */
  private Heard heard(String text, Lang lang) {
    return new Heard(
        text,
        Optional.of(lang),
        Optional.empty(),
        NOW.plusSeconds(seconds.incrementAndGet()),
        Money.CNY);
  }

  private static Listener saying(Intent intent) {
    return heard ->
        new Understanding(
            heard.text(),
            new Language(heard.lang().orElse(Lang.ZH).code(), 1),
            List.of(new ScoredIntent(intent, 0.9)),
            List.of(),
            Emotion.calm(),
            Cooperation.MID,
            new Provenance(intent.id(), "none"));
  }

  private void count(Lang lang, Understanding used, Understanding candidate) {
    counted.merge(
        lang.code() + ' ' + used.main().intent().id() + ' ' + candidate.main().intent().id(),
        1,
        Integer::sum);
  }

  @Test
  void answersOfTheCandidateAreCountedAndNeverUsed() {
    try (Shadow shadow =
        Shadow.begin(
            saying(Intent.AFFIRM), saying(Intent.DENY), () -> {}, Set.of(Lang.ZH), this::count)) {
      for (int i = 0; i < 20; i++) {
        assertThat(shadow.understand(heard("嗯", Lang.ZH)).main().intent()).isEqualTo(Intent.AFFIRM);
      }
      shadow.understand(heard("yes", Lang.EN));
    }
    assertThat(counted).containsExactly(Map.entry("zh affirm deny", 20));
  }

  @Test
  void nobodyWaitsForASlowCandidate() {
    CountDownLatch slow = new CountDownLatch(1);
    Listener stuck =
        heard -> {
          try {
            slow.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return saying(Intent.DENY).understand(heard);
        };
    try (Shadow shadow =
        Shadow.begin(saying(Intent.AFFIRM), stuck, () -> {}, Set.of(Lang.ZH), this::count)) {
      for (int i = 0; i < 10_000; i++) {
        shadow.understand(heard("嗯", Lang.ZH));
      }
      assertThat(counted).isEmpty();
      slow.countDown();
    }
    // What waited was bounded: the queue, and the one that was being read.
    assertThat(counted.get("zh affirm deny")).isBetween(1, 257);
  }

  @Test
  void whatIsUnderstoodAgainCountsOnce() {
    try (Shadow shadow =
        Shadow.begin(
            saying(Intent.AFFIRM), saying(Intent.DENY), () -> {}, Set.of(Lang.ZH), this::count)) {
      Heard once = heard("嗯", Lang.ZH);
      shadow.understand(once);
      shadow.understand(once);
      shadow.understand(heard("嗯", Lang.ZH));
    }
    assertThat(counted).containsExactly(Map.entry("zh affirm deny", 2));
  }

  @Test
  void aCandidateThatCantGoOnIsGivenUp() throws InterruptedException {
    CountDownLatch released = new CountDownLatch(1);
    Listener torn =
        _ -> {
          throw new AssertionError("torn");
        };
    try (Shadow shadow =
        Shadow.begin(
            saying(Intent.AFFIRM), torn, released::countDown, Set.of(Lang.ZH), this::count)) {
      shadow.understand(heard("嗯", Lang.ZH));
      assertThat(released.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(shadow.understand(heard("嗯", Lang.ZH)).main().intent()).isEqualTo(Intent.AFFIRM);
    }
    assertThat(counted).isEmpty();
  }

  @Test
  void aCandidateThatFailsHarmsNothing() {
    Listener broken =
        heard -> {
          if (heard.text().equals("bad")) {
            throw new IllegalStateException("broken");
          }
          return saying(Intent.AFFIRM).understand(heard);
        };
    try (Shadow shadow =
        Shadow.begin(saying(Intent.AFFIRM), broken, () -> {}, Set.of(Lang.EN), this::count)) {
      assertThat(shadow.understand(heard("bad", Lang.EN)).main().intent()).isEqualTo(Intent.AFFIRM);
      shadow.understand(heard("good", Lang.EN));
    }
    assertThat(counted).containsExactly(Map.entry("en affirm affirm", 1));
  }
}
