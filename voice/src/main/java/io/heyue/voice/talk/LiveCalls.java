package io.heyue.voice.talk;

import io.heyue.voice.record.RecordingId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Calls that stand, for whoever listens to them: both sides mixed. Listening costs nothing while
 * nobody does. Thread-safe.
 */
public final class LiveCalls implements Overhearing {
  /** The oldest first. */
  private final Deque<Line> lines = new ArrayDeque<>();

  /** Ears at whichever call is the oldest. */
  private final List<Ear> following = new CopyOnWriteArrayList<>();

  private volatile Optional<Line> oldest = Optional.empty();

  /** Somebody who listens. Hears on the thread of all audio, and must take no time there. */
  public interface Ear {
    /**
     * Both sides at once.
     *
     * @param frame 20 ms, 160 samples; not to be changed
     */
    void hears(short[] frame);

    /** The call is over. Whoever follows hears the next one. */
    void over();
  }

  @Override
  public Overheard begin(Optional<RecordingId> id) {
    Line line = new Line(id);
    synchronized (lines) {
      lines.add(line);
      oldest = Optional.of(lines.getFirst());
    }
    return line;
  }

  /** Whether a call stands. */
  public boolean stands(RecordingId id) {
    return find(id).isPresent();
  }

  /**
   * Listens to a call until it is over.
   *
   * @return ends the listening; empty where no such call stands
   */
  public Optional<Runnable> listen(RecordingId id, Ear ear) {
    return find(id)
        .filter(line -> line.add(ear))
        .map(line -> (Runnable) () -> line.ears.remove(ear));
  }

  /**
   * Listens to the oldest call, and to the next one when that is over.
   *
   * @return ends the listening
   */
  public Runnable follow(Ear ear) {
    following.add(ear);
    return () -> following.remove(ear);
  }

  private Optional<Line> find(RecordingId id) {
    synchronized (lines) {
      return lines.stream().filter(line -> line.id.filter(id::equals).isPresent()).findFirst();
    }
  }

  private void over(Line line) {
    boolean followed = oldest.filter(line::equals).isPresent();
    synchronized (lines) {
      lines.remove(line);
      oldest = Optional.ofNullable(lines.peekFirst());
    }
    line.end();
    if (followed) {
      following.forEach(Ear::over);
    }
  }

  /** One call. Its frames come on one thread. */
  private final class Line implements Overheard {
    private final Optional<RecordingId> id;
    private final List<Ear> ears = new CopyOnWriteArrayList<>();
    private short[] ours = new short[0];
    private volatile boolean ended;

    Line(Optional<RecordingId> id) {
      this.id = id;
    }

    /** Whether it was in time. */
    boolean add(Ear ear) {
      ears.add(ear);
      return !(ended && ears.remove(ear));
    }

    void end() {
      ended = true;
      List<Ear> last = List.copyOf(ears);
      last.stream().filter(ears::remove).forEach(Ear::over);
    }

    private boolean unheard() {
      return ears.isEmpty() && (following.isEmpty() || oldest.filter(this::equals).isEmpty());
    }

    @Override
    public void sent(short[] frame, long at) {
      if (!unheard()) {
        ours = frame;
      }
    }

    @Override
    public void heard(short[] frame, long at) {
      if (unheard()) {
        return;
      }
      short[] both = frame.clone();
      for (int sample = 0; sample < Math.min(both.length, ours.length); sample++) {
        int sum = both[sample] + ours[sample];
        both[sample] = (short) Math.clamp(sum, Short.MIN_VALUE, Short.MAX_VALUE);
      }
      ours = new short[0];
      ears.forEach(ear -> ear.hears(both));
      if (oldest.filter(this::equals).isPresent()) {
        following.forEach(ear -> ear.hears(both));
      }
    }

    @Override
    public void ended() {
      over(this);
    }
  }
}
