package io.heyue.sim.people;

import java.util.Locale;
import java.util.Optional;

/** The kinds of people. */
public enum Persona {
  FORGOT(true, 10),
  PROMISES_AND_KEEPS(true, 12),
  PROMISES_AND_BREAKS(true, 8),
  HARDSHIP(true, 8),
  LOST_JOB(true, 5),
  ANGRY(true, 6),
  ANXIOUS(true, 6),
  DISPUTES(true, 4),
  WRONG_NUMBER(false, 4),
  RELATIVE_ANSWERS(false, 4),
  ALREADY_PAID(true, 5),
  WANTS_A_PERSON(false, 3),
  SUSPECTS_FRAUD(false, 5),
  ENGLISH_SPEAKER(true, 2),
  ILL(true, 3),
  BEREAVED(false, 2),
  DISTRESSED(false, 2),
  STOP_REQUEST(false, 3),
  INSTALMENT_SEEKER(true, 6),
  ASKS_MANY_QUESTIONS(true, 5),
  CHANGES_MIND(true, 5),
  SILENT(false, 5),
  BUSY(true, 4),
  REFUSES(true, 3);

  private final boolean digresses;
  private final int weight;

  Persona(boolean digresses, int weight) {
    this.digresses = digresses;
    this.weight = weight;
  }

  /** The word by which commands and files name it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many of a hundred or so are like this. */
  public int weight() {
    return weight;
  }

  boolean digresses() {
    return digresses;
  }

  boolean mistypes() {
    return this != DISTRESSED;
  }

  public static Optional<Persona> find(String id) {
    for (Persona persona : values()) {
      if (persona.id().equals(id.toLowerCase(Locale.ROOT).replace('-', '_'))) {
        return Optional.of(persona);
      }
    }
    return Optional.empty();
  }
}
