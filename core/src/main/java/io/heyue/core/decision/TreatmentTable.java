package io.heyue.core.decision;

/** The lender's word on how a contact is begun. Thread-safe. */
@FunctionalInterface
public interface TreatmentTable {
  Treatment choose(Situation situation);
}
