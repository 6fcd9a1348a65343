package io.heyue.app.phone;

import org.jspecify.annotations.Nullable;

/**
 * How much of what we say was heard when they spoke or pressed a key: what comes before anything of
 * an answer of ours was heard doesn't answer it. Sayings have rising numbers. What they do is told
 * by one thread, what we say by another.
 */
final class WhatWasHeard {
  /** The latest of which something was heard, and of which the question was. */
  private volatile long begun;

  private volatile long asked;

  /** When they began to speak; null since their last turn. */
  private volatile @Nullable Moment speaking;

  /** The first saying of our latest answer, and the last. */
  private long first;

  private long last;
  private boolean answers;

  /**
   * A moment.
   *
   * @param begun the latest saying of which something was heard before it
   * @param asked the latest of which the question was heard
   */
  record Moment(long begun, long asked) {
    /** Whether nothing of a saying was heard yet. */
    boolean before(long saying) {
      return begun < saying;
    }

    /** Whether its question wasn't. */
    boolean beforeQuestion(long saying) {
      return asked < saying;
    }
  }

  /** Something of a saying begins to be heard. */
  void begins(long saying) {
    begun = Math.max(begun, saying);
  }

  /** Its question was heard. */
  void asked(long saying) {
    asked = Math.max(asked, saying);
  }

  Moment now() {
    return new Moment(begun, asked);
  }

  /** They begin to speak. */
  void began() {
    if (speaking == null) {
      speaking = now();
    }
  }

  /** Their turn is over: when it began. */
  Moment spoke() {
    Moment since = speaking;
    speaking = null;
    return since == null ? now() : since;
  }

  /** We answer: what is said from now on is one answer. */
  void answers() {
    answers = true;
  }

  /** We say something. */
  void says(long saying) {
    first = answers ? saying : first;
    answers = false;
    last = saying;
  }

  /** The first saying of our latest answer; 0 before there was one. */
  long answered() {
    return first;
  }

  /** The latest saying. */
  long last() {
    return last;
  }
}
