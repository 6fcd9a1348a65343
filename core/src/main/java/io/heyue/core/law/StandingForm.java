package io.heyue.core.law;

import io.heyue.core.base.Licence;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The shapes of rules that have no say in a contact or in words: what else a lender does or keeps,
 * by when, and what it may decide by.
 */
public sealed interface StandingForm extends RuleForm {

  /** Most instalments of a plan. */
  record PlanBound(int instalments) implements StandingForm {}

  /**
   * By when something must be answered or done.
   *
   * @param of what
   * @param within usually
   * @param extended where it is complex
   * @param special once more, after approval, on top of {@code extended}
   */
  record Deadline(String of, Period within, Optional<Period> extended, Optional<Period> special)
      implements StandingForm {
    /**
     * The last day.
     *
     * @param complex whether it is, where the rule gives more time for that
     * @param approved whether more time still was approved
     */
    public LocalDate due(LocalDate begun, boolean complex, boolean approved) {
      LocalDate usual = begun.plus(complex ? extended.orElse(within) : within);
      return approved ? usual.plus(special.orElse(Period.ZERO)) : usual;
    }
  }

  /**
   * How long something is kept.
   *
   * @param of what
   * @param atLeast from its making on, or from the end of what it is about
   * @param atMost after that it must be gone
   */
  record Retention(String of, Optional<Period> atLeast, Optional<Period> atMost)
      implements StandingForm {
    /** Whether what was made on {@code made} may be deleted on {@code day}. */
    public boolean mayGo(LocalDate made, LocalDate day) {
      return atLeast.map(least -> !day.isBefore(made.plus(least))).orElse(true);
    }

    /** Whether what was made on {@code made} must be gone on {@code day}. */
    public boolean mustGo(LocalDate made, LocalDate day) {
      return atMost.map(most -> day.isAfter(made.plus(most))).orElse(false);
    }
  }

  /**
   * Acts other than a contact that are lawful only when all of this is shown.
   *
   * @param acts in the words in which they are asked about
   * @param needs what must be shown
   * @param within how old what is shown may be, where it has to be renewed
   * @param after how old it must be, where time has to pass
   */
  record Preconditions(
      Set<String> acts, Set<String> needs, Optional<Period> within, Optional<Period> after)
      implements StandingForm {
    public Preconditions {
      acts = Set.copyOf(acts);
      needs = Set.copyOf(needs);
    }

    /** Conditions that need no time to pass. */
    public Preconditions(Set<String> acts, Set<String> needs, Optional<Period> within) {
      this(acts, needs, within, Optional.empty());
    }

    /**
     * What is still to be shown on {@code today}.
     *
     * @param shown what is, and since when
     */
    public Set<String> lacking(Map<String, LocalDate> shown, LocalDate today) {
      return needs.stream()
          .filter(need -> !shown.containsKey(need) || !timely(shown.get(need), today))
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean timely(LocalDate since, LocalDate today) {
      boolean old = within.map(period -> today.isAfter(since.plus(period))).orElse(false);
      boolean early = after.map(period -> today.isBefore(since.plus(period))).orElse(false);
      return !old && !early;
    }
  }

  /** Acts that nobody may do at all. */
  record ProhibitedActs(Set<String> acts) implements StandingForm {
    public ProhibitedActs {
      acts = Set.copyOf(acts);
    }
  }

  /** Whom a whole standard binds; its rules stand in files of their own. */
  record Standard(Set<Licence> binds) implements StandingForm {
    public Standard {
      binds = Set.copyOf(binds);
    }
  }

  /** Traits that no table, policy or model of decisions may take in. */
  record ExcludedInputs(Set<String> traits) implements StandingForm {
    public ExcludedInputs {
      traits = Set.copyOf(traits);
    }
  }

  /**
   * A call that is answered while no agent is free is abandoned.
   *
   * @param within an agent must be there so soon after the greeting
   * @param share largest share of answered calls that may be abandoned
   * @param over time over which the share is taken
   * @param cooling whoever was met by silence is not called again by a dialler for so long
   */
  record Abandonment(Duration within, BigDecimal share, Period over, Duration cooling)
      implements StandingForm {
    /** Whether one more abandoned call would be too many. */
    public boolean full(long answered, long abandoned) {
      return BigDecimal.valueOf(abandoned + 1)
              .compareTo(share.multiply(BigDecimal.valueOf(answered + 1)))
          > 0;
    }

    /** Whether so many were too many. */
    public boolean exceeded(long answered, long abandoned) {
      return BigDecimal.valueOf(abandoned).compareTo(share.multiply(BigDecimal.valueOf(answered)))
          > 0;
    }
  }

  /**
   * Words by which somebody asks by text message not to be written to any more, whatever was asked.
   *
   * @param words in small letters, without spaces or punctuation
   * @param unasked those that mean it only where nothing was asked; else they are an answer
   */
  record OptOutWords(Set<String> words, Set<String> unasked) implements StandingForm {
    public OptOutWords {
      words = Set.copyOf(words);
      unasked = Set.copyOf(unasked);
    }

    /** Whether a whole text is one of them, however it is written. */
    public boolean isStop(String text, boolean asked) {
      String bare = bare(text);
      return words.contains(bare) || (!asked && unasked.contains(bare));
    }

    /** A text without what makes no difference: width, case, spaces, punctuation. */
    public static String bare(String text) {
      return Normalizer.normalize(text, Normalizer.Form.NFKC)
          .toLowerCase(Locale.ROOT)
          .replaceAll("[\\p{Punct}\\p{IsPunctuation}\\p{Z}\\p{C}]", "");
    }
  }

  /** A contact so near to the time that both sides agreed on is at that time. */
  record AgreedTime(Duration within) implements StandingForm {}

  /**
   * What of ours answers somebody who wrote; whatever else we write is a contact that we begin.
   *
   * @param within so long after they wrote
   * @param most so many messages of ours
   */
  record Answering(Duration within, int most) implements StandingForm {
    /** Whether one more message is an answer, {@code since} they wrote. */
    public boolean answers(Duration since, int answered) {
      return since.compareTo(within) < 0 && answered < most;
    }
  }
}
