package io.heyue.sim.demo;

import io.heyue.core.base.Money;
import io.heyue.core.base.Rng;
import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.core.portfolio.Mandate;
import io.heyue.sim.people.Persona;
import io.heyue.sim.world.Sample;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who gets our messages: what they owe, what they have paid since, and the numbers that
 * make what they do repeatable. They keep books of their own, so that what the system says can be
 * held against them. Not thread-safe.
 */
final class Townsperson {
  private final Sample sample;
  private final Persona persona;
  private final Rng rng;
  private final Mandate mandate;
  private final List<CaseEvent> paid = new ArrayList<>();
  private Money owed;
  private Instant waitsUntil = Instant.MIN;
  private boolean talking;

  Townsperson(Sample sample, Persona persona, Rng rng, Mandate mandate) {
    this.sample = sample;
    this.persona = persona;
    this.rng = rng;
    this.mandate = mandate;
    this.owed = sample.overdue();
  }

  /** Who they are and how things stood when the lender's file was written. */
  Sample sample() {
    return sample;
  }

  /** The same with what they owe now. */
  Sample today() {
    return sample.owing(owed);
  }

  Persona persona() {
    return persona;
  }

  Rng rng() {
    return rng;
  }

  boolean owes() {
    return owed.isPositive();
  }

  boolean talking() {
    return talking;
  }

  void talking(boolean now) {
    talking = now;
  }

  /** Whether they wait for a time that was agreed on. */
  boolean waits(Instant now) {
    return now.isBefore(waitsUntil);
  }

  void waitUntil(Instant agreed) {
    waitsUntil = agreed;
  }

  void pays(Money amount, Instant at, String reference) {
    Money counted = owed.lessThan(amount) ? owed : amount;
    owed = owed.minus(counted);
    paid.add(
        new CaseEvent.PaymentPosted(
            at,
            reference,
            amount,
            LocalDate.ofInstant(at, Demo.ZONE),
            Optional.of(new Case.Timing(at, at))));
  }

  /** Their books at {@code at}, worked out without the system's. */
  Dossier dossier(Instant at) {
    Dossier first = sample.dossier(at, rng.fork("ids"));
    Case matter = first.matter().after(paid);
    return new Dossier(matter, first.borrower(), mandate);
  }
}
