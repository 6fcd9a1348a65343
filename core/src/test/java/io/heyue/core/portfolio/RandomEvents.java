package io.heyue.core.portfolio;

import io.heyue.core.base.CampaignId;
import io.heyue.core.base.Channel;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Money;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PromiseId;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Rng;
import io.heyue.core.samples.Samples;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Histories of cases, drawn by seed: any event may follow any other. */
final class RandomEvents {
  static final ConversationId CONVERSATION = ConversationId.draw(Rng.seeded(77));

  /** One maker for every kind of event but the opening. */
  private static final List<BiFunction<Instant, Rng, CaseEvent>> MAKERS =
      List.of(
          (at, _) -> new CaseEvent.OverdueRateLowered(at, Rate.parse("0.24"), Rate.parse("0.18")),
          (at, rng) -> new CaseEvent.AccountChanged(at, Samples.account(money(rng))),
          (_, rng) -> reserved(rng),
          (at, rng) -> new CaseEvent.ContactMade(at, CONVERSATION, pick(Channel.values(), rng)),
          (at, rng) ->
              new CaseEvent.ContactFailed(at, PermitId.draw(rng), Channel.SMS, "unreachable"),
          (at, _) -> new CaseEvent.RightPartyVerified(at, CONVERSATION),
          (at, _) -> new CaseEvent.ProofFailed(at, CONVERSATION),
          (at, rng) -> new CaseEvent.PromiseMade(at, promise(rng), money(rng), day(rng)),
          (at, rng) -> new CaseEvent.PromiseKept(at, promise(rng)),
          (at, rng) -> new CaseEvent.PromisePartlyKept(at, promise(rng), money(rng)),
          (at, rng) -> new CaseEvent.PromiseBroken(at, promise(rng)),
          (at, rng) -> new CaseEvent.PromiseReleased(at, promise(rng)),
          (at, rng) ->
              new CaseEvent.PlanAgreed(
                  at, Plan.monthly(money(rng), 2, day(rng)), List.of(promise(rng), promise(rng))),
          (at, rng) -> new CaseEvent.ExtensionGranted(at, promise(rng), money(rng), day(rng)),
          (at, rng) ->
              new CaseEvent.ReductionGranted(at, promise(rng), money(rng), money(rng), day(rng)),
          (at, rng) ->
              new CaseEvent.PaymentPosted(
                  at,
                  "r" + rng.nextInt(99),
                  money(rng),
                  day(rng),
                  Optional.of(new Case.Timing(at, at))),
          (at, rng) ->
              new CaseEvent.PaymentClaimed(
                  at, Optional.of(day(rng)), Optional.of(at.plusSeconds(rng.nextInt(1_000_000)))),
          (at, rng) ->
              new CaseEvent.ConfirmationSent(
                  at, CONVERSATION, PermitId.draw(rng), pick(Channel.values(), rng)),
          (at, _) -> new CaseEvent.ConfirmationDropped(at, CONVERSATION, "settled"),
          (at, rng) -> new CaseEvent.PromiseReplaced(at, promise(rng)),
          (at, _) -> new CaseEvent.StatementPromised(at, CONVERSATION),
          (at, _) -> new CaseEvent.StatementGiven(at, CONVERSATION, Channel.CHAT),
          (at, _) -> new CaseEvent.DisputeRaised(at),
          (at, _) -> new CaseEvent.HardshipTold(at),
          (at, _) -> new CaseEvent.VulnerabilityTold(at),
          (at, _) -> new CaseEvent.VulnerabilityPast(at),
          (at, rng) ->
              new CaseEvent.ContactDecided(
                  at,
                  rng.chance(0.5),
                  at.plusSeconds(1 + rng.nextInt(1_000_000)),
                  Set.of(pick(Channel.values(), rng)),
                  Set.of("vulnerable")),
          (at, _) -> new CaseEvent.DecisionWithdrawn(at, Set.of("disabled")),
          (at, _) -> new CaseEvent.DistressTold(at),
          (at, _) -> new CaseEvent.DeceasedTold(at),
          (at, _) -> new CaseEvent.LegalRepresentationTold(at),
          (at, rng) -> new CaseEvent.ComplaintMade(at, Optional.of(day(rng))),
          (at, _) -> new CaseEvent.StopRequested(at),
          (at, _) -> new CaseEvent.FraudSuspected(at),
          (at, rng) -> new CaseEvent.WrongPersonTold(at, Optional.of(ContactPointId.draw(rng))),
          (at, _) -> new CaseEvent.ThirdPartyAnswered(at, Optional.empty()),
          (at, rng) -> new CaseEvent.CallbackAgreed(at, at.plusSeconds(rng.nextInt(99_999))),
          (at, rng) ->
              new CaseEvent.HandedOver(at, CONVERSATION, pick(HandoverReason.values(), rng)),
          (at, rng) -> new CaseEvent.ConsentGiven(at, pick(Channel.values(), rng)),
          (at, rng) -> new CaseEvent.ConsentWithdrawn(at, pick(Channel.values(), rng)),
          (at, rng) ->
              new CaseEvent.HoldPlaced(
                  at,
                  pick(HoldKind.values(), rng),
                  Optional.of(at.plusSeconds(9999)),
                  rng.chance(0.5) ? Optional.of(day(rng)) : Optional.empty()),
          (at, rng) -> new CaseEvent.HoldLifted(at, pick(HoldKind.values(), rng)),
          (at, rng) ->
              new CaseEvent.ConversationEnded(
                  at, CONVERSATION, pick(Disposition.values(), rng), rng.chance(0.5)),
          (at, _) -> new CaseEvent.Cured(at));

  private RandomEvents() {}

  /** An opening and {@code count} events after it. */
  static List<CaseEvent> drawn(Rng rng, int count) {
    List<CaseEvent> events = new ArrayList<>();
    events.add(Samples.opened(Samples.account()));
    Instant at = Samples.NOW;
    for (int i = 0; i < count; i++) {
      at = at.plusSeconds(rng.nextInt(50_000));
      events.add(MAKERS.get(rng.nextInt(MAKERS.size())).apply(at, rng));
    }
    return events;
  }

  /** The kinds of event that are drawn. */
  static Set<Class<?>> kinds() {
    return Stream.concat(
            Stream.<Class<?>>of(CaseEvent.CaseOpened.class),
            MAKERS.stream().map(maker -> maker.apply(Samples.NOW, Rng.seeded(1)).getClass()))
        .collect(Collectors.toSet());
  }

  static CaseEvent reserved(Rng rng) {
    return new CaseEvent.ContactReserved(
        Samples.NOW,
        PermitId.draw(rng),
        Channel.SMS,
        Optional.of(ContactPointId.draw(rng)),
        Optional.of(CampaignId.draw(rng)));
  }

  /** One of a few, so that later events meet earlier promises. */
  private static PromiseId promise(Rng rng) {
    return PromiseId.draw(Rng.seeded(rng.nextInt(6)));
  }

  private static Money money(Rng rng) {
    return Money.fen(1 + rng.nextInt(400_000));
  }

  private static LocalDate day(Rng rng) {
    return Samples.TODAY.plusDays(rng.nextInt(60));
  }

  private static <T> T pick(T[] values, Rng rng) {
    return values[rng.nextInt(values.length)];
  }
}
