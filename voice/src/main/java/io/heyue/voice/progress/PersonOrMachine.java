package io.heyue.voice.progress;

import io.heyue.voice.progress.Opinion.Ground;
import io.heyue.voice.progress.Whistles.Whistle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Judges who took a call by when they speak, what they say and what whistles. A verdict is due 2 s
 * after their first sound, be it that it isn't plain.
 *
 * <p>What was a person may turn out to be a machine, as long as they answered nothing of ours. What
 * was a machine is a person only by an answer to us: one in words where only the timing had spoken
 * against them, a key where words of a machine were heard, and none after a beep, since then
 * somebody's mailbox records. One call's; not thread-safe; times are samples of 8,000 a second.
 */
final class PersonOrMachine {
  private static final long RATE = ToneBank.RATE;

  /** A shorter sound is no word (Asterisk, min_word_length). */
  private static final long SHORTEST = RATE / 10;

  /** What people take a call with, in letters alone. */
  private static final List<String> GREETINGS =
      List.of("喂", "你好", "您好", "哪位", "哪里", "谁", "hello", "speaking", "whos", "whois");

  private final Figures figures;
  private final Announcements announcements;
  private final long answeredAt;
  private Opinion opinion = new Opinion(Answerer.UNSURE, Ground.NOTHING);
  private long firstAt = -1;
  private long since = -1;
  private long endedAt;
  private long voiced;
  private int stretches;
  private boolean greets;
  private boolean phrase;
  private boolean beeped;

  /** Whether they waited until we had asked. */
  private boolean waited;

  private Optional<HumanAnswer> human = Optional.empty();

  PersonOrMachine(Figures figures, Announcements announcements, long answeredAt) {
    this.figures = figures;
    this.announcements = announcements;
    this.answeredAt = answeredAt;
    this.endedAt = answeredAt;
  }

  Opinion opinion() {
    return opinion;
  }

  /** They began to speak; what they said before the call was taken is not theirs. */
  void speechBegan(long at) {
    if (since >= 0) {
      return;
    }
    since = Math.max(at, endedAt);
    firstAt = firstAt < 0 ? since : firstAt;
    stretches++;
  }

  /** They stopped. */
  void speechEnded(long at) {
    if (since < 0) {
      return;
    }
    long end = Math.max(at, since);
    if (end - since < SHORTEST) {
      stretches--;
      firstAt = firstAt == since ? -1 : firstAt;
    } else {
      voiced += end - since;
      endedAt = end;
    }
    since = -1;
  }

  /**
   * A question of ours was heard to its end. Who is silent then has waited for it, which no
   * greeting does that is played: what they say from now on is no part of one, however long it is.
   */
  void asked() {
    if (since >= 0 || phrase || beeped || opinion.who() == Answerer.MACHINE) {
      return;
    }
    waited = true;
    if (opinion.who() != Answerer.PERSON) {
      firstAt = -1;
      voiced = 0;
      stretches = 0;
    }
  }

  /** Time went by. */
  void advance(long now) {
    if (human.isPresent() || phrase || beeped || opinion.who() == Answerer.MACHINE) {
      return;
    }
    if (firstAt < 0) {
      if (now - answeredAt >= samples(figures.initialSilence())) {
        become(Answerer.UNSURE, Ground.SILENCE);
      }
      return;
    }
    long lately = since < 0 ? 0 : now - since - samples(figures.lag());
    long talked = voiced + Math.max(0, lately);
    if (opinion.who() == Answerer.PERSON) {
      if (!waited && talked >= samples(figures.longest())) {
        become(Answerer.MACHINE, Ground.MONOLOGUE);
      }
      return;
    }
    greeted(now, talked);
  }

  private void greeted(long now, long talked) {
    long silent = since < 0 ? now - endedAt : 0;
    long age = now - firstAt;
    boolean due = age >= samples(figures.due());
    if (!waited && stretches > figures.stretches()) {
      become(Answerer.MACHINE, Ground.MANY_STRETCHES);
    } else if (!waited && talked >= samples(greets ? figures.longest() : figures.greeting())) {
      become(Answerer.MACHINE, Ground.LONG_GREETING);
    } else if (age <= samples(figures.total())
        && (silent >= samples(figures.afterGreeting())
            || (due && silent >= samples(figures.pause())))) {
      become(Answerer.PERSON, greets ? Ground.GREETING_WORDS : Ground.SHORT_GREETING);
    } else if (due) {
      become(Answerer.UNSURE, Ground.TOO_LATE);
    }
  }

  /**
   * They said something.
   *
   * @return the words of a machine in it
   */
  Optional<Match> words(String text, boolean finished) {
    if (human.equals(Optional.of(HumanAnswer.KEY))) {
      return Optional.empty();
    }
    Optional<Match> match =
        announcements
            .find(text, finished, true)
            .filter(found -> human.isEmpty() || found.errors() == 0);
    if (match.isPresent()) {
      phrase = true;
      human = Optional.empty();
      boolean asks = match.get().disposition() == Disposition.CALL_SCREENING;
      if (!beeped) {
        become(asks ? Answerer.SCREENING : Answerer.MACHINE, Ground.PHRASE);
      }
      return match;
    }
    if (opinion.who() == Answerer.UNSURE) {
      Plain plain = Plain.of(text, 0);
      String letters = plain.toString();
      greets = plain.words() <= figures.words() && GREETINGS.stream().anyMatch(letters::contains);
      if (!waited && plain.words() > figures.words()) {
        become(Answerer.MACHINE, Ground.MANY_WORDS);
      }
    }
    return Optional.empty();
  }

  /** A mailbox records now, or a fax machine whistles. */
  void whistled(Whistle whistle) {
    if (human.equals(Optional.of(HumanAnswer.KEY))) {
      return;
    }
    beeped = true;
    human = Optional.empty();
    boolean fax = whistle == Whistle.FAX || opinion.ground() == Ground.FAX;
    become(Answerer.MACHINE, fax ? Ground.FAX : Ground.BEEP);
  }

  /** They answered what we had asked. */
  void answered(HumanAnswer how) {
    if (beeped || (phrase && how == HumanAnswer.WORDS)) {
      return;
    }
    phrase = false;
    human = Optional.of(how);
    become(Answerer.PERSON, Ground.ANSWERED_US);
  }

  /** Whether a whistle would still change anything. */
  boolean listensForWhistles(long now) {
    return !human.equals(Optional.of(HumanAnswer.KEY)) && now - answeredAt <= 60 * RATE;
  }

  private void become(Answerer who, Ground ground) {
    if (opinion.who() != who || opinion.ground() != ground) {
      opinion = new Opinion(who, ground);
    }
  }

  private static long samples(Duration length) {
    return length.toMillis() * RATE / 1_000;
  }
}
