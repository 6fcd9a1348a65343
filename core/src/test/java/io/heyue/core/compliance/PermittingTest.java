package io.heyue.core.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.PermitId;
import io.heyue.core.compliance.ContactVerdict.Permitted;
import io.heyue.core.compliance.ContactVerdict.Refused;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.ContactFacts.Trace;
import io.heyue.core.samples.SampleLaw;
import io.heyue.core.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clocks that are five seconds off, ahead or behind, at every edge that the law has. */
class PermittingTest {
  private static final Permitting HOURS = new Permitting(new Guard(SampleLaw.book()));
  private static final Permitting TWO_A_DAY =
      new Permitting(new Guard(SampleLaw.book(SampleLaw.rule("CN-TRIES", SampleLaw.triesADay()))));
  private static final Duration SKEW = Permitting.SKEW;
  private static final Duration TICK = Duration.ofMillis(1);

  private static ContactVerdict ask(Permitting permitting, Instant at, List<Trace> history) {
    return permitting.permit(
        PermitId.draw(Samples.rng()),
        Samples.borrower().id(),
        SampleLaw.facts().at(at).after(history));
  }

  private static ZonedDateTime local() {
    ContactFacts facts = SampleLaw.facts();
    return facts.at().atZone(Objects.requireNonNull(facts.person().zone()));
  }

  @Test
  void nobodyIsReachedBeforeTheHoursByAClockThatIsAhead() {
    Instant eight = local().with(SampleLaw.window().from()).toInstant();
    assertThat(ask(HOURS, eight.plus(SKEW).minus(TICK), List.of()))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.lawfulFrom()).contains(eight.plus(SKEW)));
    assertThat(ask(HOURS, eight.plus(SKEW), List.of())).isInstanceOf(Permitted.class);
  }

  @Test
  void nobodyIsReachedAfterTheHoursByAClockThatIsBehind() {
    Instant ten = local().with(SampleLaw.window().to()).toInstant();
    assertThat(ask(HOURS, ten.minus(SKEW), List.of())).isInstanceOf(Refused.class);
    Instant last = ten.minus(SKEW).minus(TICK);
    ContactVerdict verdict = ask(HOURS, last, List.of());
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Permitted.class,
            permitted -> {
              assertThat(permitted.permit().grantedAt()).isEqualTo(last);
              assertThat(permitted.permit().expiresAt()).isEqualTo(ten.minus(SKEW));
            });
  }

  @Test
  void farFromAnyEdgeAPermitLastsAsLongAsTheGuardSays() {
    Permitted permitted = (Permitted) ask(HOURS, Samples.NOW, List.of());
    ContactVerdict plain =
        new Guard(SampleLaw.book())
            .permit(permitted.permit().id(), permitted.permit().person(), SampleLaw.facts());
    assertThat(permitted).isEqualTo(plain);
  }

  /** Three machines whose clocks are off in every way ask around midnight, in every order. */
  @Test
  void noDayHasMoreThanItsCapWhateverTheClocksSay() {
    Instant midnight =
        local().toLocalDate().plusDays(1).atStartOfDay(local().getZone()).toInstant();
    List<Duration> errors = List.of(SKEW.negated(), Duration.ZERO, SKEW);
    List<Duration> moments =
        Stream.of(-11, -6, -4, -1, 0, 1, 4, 6, 11).map(Duration::ofSeconds).toList();
    int permitted = 0;
    for (int errorsOfAll = 0; errorsOfAll < 27; errorsOfAll++) {
      int[] error = {errorsOfAll % 3, errorsOfAll / 3 % 3, errorsOfAll / 9};
      List<Instant> truly = new ArrayList<>();
      List<Trace> recorded = new ArrayList<>();
      for (int i = 0; i < moments.size() * 3; i++) {
        Instant now = midnight.plus(moments.get(i / 3));
        Instant clock = now.plus(errors.get(error[i % 3]));
        if (ask(TWO_A_DAY, clock, recorded) instanceof Permitted) {
          truly.add(now);
          recorded.add(new Trace(clock, Channel.CALL, "number-1", false));
          permitted++;
        }
      }
      assertThat(truly.stream().filter(at -> at.isBefore(midnight))).hasSizeLessThanOrEqualTo(2);
      assertThat(truly.stream().filter(at -> !at.isBefore(midnight))).hasSizeLessThanOrEqualTo(2);
    }
    // Never above, and not by refusing everything either.
    assertThat(permitted).isGreaterThan(27 * 2);
  }

  @Test
  void aContactNearMidnightCountsForBothDays() {
    Instant midnight =
        local().toLocalDate().plusDays(1).atStartOfDay(local().getZone()).toInstant();
    Trace near = new Trace(midnight.minusSeconds(4), Channel.CALL, "number-1", true);
    Trace far = new Trace(midnight.minusSeconds(6), Channel.CALL, "number-1", true);
    Instant morning = midnight.plus(Duration.ofHours(9));
    assertThat(ask(TWO_A_DAY, morning, List.of(near, near))).isInstanceOf(Refused.class);
    assertThat(ask(TWO_A_DAY, morning, List.of(near, far))).isInstanceOf(Permitted.class);
  }
}
