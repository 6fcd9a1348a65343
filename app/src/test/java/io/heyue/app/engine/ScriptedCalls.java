package io.heyue.app.engine;

import io.heyue.core.base.Lang;
import io.heyue.voice.line.Ending;
import io.heyue.voice.progress.Disposition;
import io.heyue.voice.progress.Evidence;
import io.heyue.voice.progress.ProgressTable;
import io.heyue.voice.progress.Verdict;
import io.heyue.voice.recognise.Hypothesis;
import io.heyue.voice.talk.Borrower;
import io.heyue.voice.talk.CallOrder;
import io.heyue.voice.talk.Calls;
import io.heyue.voice.talk.Loan;
import io.heyue.voice.talk.Saying;
import io.heyue.voice.talk.Talk;
import io.heyue.voice.talk.TalkEnd;
import io.heyue.voice.talk.TalkListener;
import io.heyue.voice.talk.TheirTurn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A telephone whose other end is a test. */
final class ScriptedCalls implements Calls {
  static final ProgressTable TABLE = ProgressTable.standard();

  private final List<Line> lines = new ArrayList<>();
  private Function<Line, Dialled> answer = Dialled.Begun::new;
  private int room = 100;

  /** What becomes of the calls that follow. */
  void answers(Function<Line, Dialled> next) {
    answer = next;
  }

  void room(int next) {
    room = next;
  }

  /** Every number that was dialled. */
  List<Line> dialled() {
    return lines;
  }

  Line last() {
    return lines.getLast();
  }

  @Override
  public Dialled call(CallOrder order, TalkListener listener) {
    Line line = new Line(order, listener);
    lines.add(line);
    return answer.apply(line);
  }

  @Override
  public Room room() {
    int free = Math.max(0, room - (int) lines.stream().filter(line -> !line.over).count());
    return new Room(free, free, free);
  }

  @Override
  public void close() {
    room = 0;
  }

  /** One call, seen from the other end. */
  static final class Line implements Talk {
    @Override
    public void unrecorded() {
      asked.add("unrecorded");
    }

    @Override
    public void press(String keys) {
      throw new UnsupportedOperationException("We press no keys.");
    }

    final CallOrder order;
    final TalkListener listener;
    private boolean over;
    final List<Saying> said = new ArrayList<>();

    /** What else was asked of the telephone, in order. */
    final List<String> asked = new ArrayList<>();

    Line(CallOrder order, TalkListener listener) {
      this.order = order;
      this.listener = listener;
    }

    void says(String words) {
      says(words, false);
    }

    void says(String words, boolean closed) {
      says(words, closed, Duration.ofMillis(600));
    }

    /**
     * @param since how long ago they fell silent
     */
    void says(String words, boolean closed, Duration since) {
      List<Hypothesis> best = words.isEmpty() ? List.of() : List.of(new Hypothesis(words, 0.9));
      listener.said(new TheirTurn(best, closed, Lang.ZH, Optional.empty(), false, since));
    }

    void ends(Disposition disposition) {
      over = true;
      listener.ended(
          new TalkEnd(
              new Verdict(disposition, TABLE.rule(disposition), List.of(new Evidence.NoSign())),
              new Ending(Ending.How.REFUSED, 0, List.of(), ""),
              disposition == Disposition.ANSWERED_PERSON,
              Duration.ZERO));
    }

    /** All that was to be said. */
    String words() {
      return said.stream().map(Line::words).collect(Collectors.joining("\n"));
    }

    static String words(Saying saying) {
      return saying.sentences().stream().map(Saying.Sentence::words).collect(Collectors.joining());
    }

    /** Whether nothing is heard of what is said. */
    boolean deaf;

    /** It is heard at once. */
    @Override
    public void say(Saying saying) {
      said.add(saying);
      if (!deaf) {
        listener.begins(saying.id());
        listener.asked(saying.id());
      }
    }

    @Override
    public void hush() {
      asked.add("hush");
    }

    @Override
    public void speak(Lang lang) {
      asked.add("speak " + lang.code());
    }

    @Override
    public boolean closed(Lang lang) {
      return false;
    }

    @Override
    public void answersUs(boolean byKey) {
      asked.add(byKey ? "answered by key" : "answered");
    }

    @Override
    public void leave() {
      asked.add("leave");
    }

    @Override
    public Loan lend(Borrower borrower) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void hangUp() {
      asked.add("hang up");
    }
  }
}
