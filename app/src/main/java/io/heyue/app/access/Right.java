package io.heyue.app.access;

/** One thing that somebody may do. */
public enum Right {
  /** See counts: how many conversations, promises, refusals. Nothing about a person. */
  READ_COUNTS,
  READ_CAMPAIGNS,
  /** Make, start, pause, stop campaigns. */
  RUN_CAMPAIGNS,
  /** See accounts and payments, persons masked. */
  READ_PORTFOLIO,
  /** Bring in files. */
  IMPORT,
  /** Tell of contacts that others made. */
  REPORT_CONTACTS,
  /** See cases, their events, holds and promises, and the list of conversations. */
  READ_CASES,
  /** Read what was said. */
  READ_MESSAGES,
  /** Listen to calls while they are held. */
  LISTEN,
  /** See, masked, what was not understood for sure, and say what it means. */
  LABEL,
  /** Take over conversations, and say what came of it. */
  TAKE_OVER,
  /** Write to people in conversations that were taken over. */
  SPEAK,
  PLACE_HOLDS,
  LIFT_HOLDS,
  /** See which contacts the law leaves to a person, and decide on them. */
  DECIDE_CONTACTS,
  /** See which work failed and was put aside; nothing about a person. */
  READ_SETBACKS,
  /** Have such work tried again, or dismiss it. */
  MEND,
  /**
   * Ask which rules of law there are, and whether an act would be lawful; nothing about a person.
   */
  ASK_LAW,
  /** Ask why a contact was lawful; walk the ledger. */
  READ_LEDGER,
  /** Take out evidence about a contact, as far as the other rights show it. */
  EXPORT_EVIDENCE,
  /** Make and remove users and keys. */
  MANAGE_ACCESS,
  /** Read the metrics of the machine. */
  READ_METRICS
}
