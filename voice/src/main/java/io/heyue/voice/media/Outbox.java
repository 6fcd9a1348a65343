package io.heyue.voice.media;

import io.heyue.core.base.Check;
import io.heyue.voice.audio.Companding;
import io.heyue.voice.audio.Sound;
import io.heyue.voice.rtp.KeyPress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a stream is to play and the keys that it is to press, in order. Gives out what the next
 * packet holds, the same again until it is told that this was sent, and counts that alone as
 * played. Not thread-safe.
 */
final class Outbox {
  /** So many things wait at most. */
  private static final int MOST = 1_000;

  /** What the next packet holds. */
  sealed interface Next {
    /** A frame of what is played. */
    record Voice(Sound frame) implements Next {}

    /** A packet of a key. */
    record Pressed(KeyPress press, int number) implements Next {}

    /** There is nothing to be played. */
    record Quiet() implements Next {}
  }

  private static final class Item {
    final PlaybackId id;
    final Optional<KeyPress> press;
    final Playback playback;
    final List<Mark> marks;
    boolean ended;

    /** Samples that were sent, or packets of a key. */
    long sent;

    /** Samples of it in the frame that is to be sent. */
    int share;

    Item(PlaybackId id, Playback playback) {
      this.id = id;
      this.press = Optional.empty();
      this.playback = playback;
      this.marks = List.copyOf(playback.marks());
    }

    Item(PlaybackId id, KeyPress press) {
      this.id = id;
      this.press = Optional.of(press);
      this.playback = (_, _, _) -> Playback.END;
      this.marks = List.of();
    }

    Played played(Played.End end) {
      Optional<String> last = Optional.empty();
      for (Mark mark : marks) {
        if (sent > 0 && mark.at() <= sent) {
          last = Optional.of(mark.id());
        }
      }
      return new Played(id, sent, last, end);
    }
  }

  private final Deque<Item> items = new ArrayDeque<>();
  private final List<Played> reports = new ArrayList<>();
  private @Nullable Next pending;
  private long count;

  /** Adds something to be played. */
  PlaybackId play(Playback playback) {
    PlaybackId id = id();
    items.add(new Item(id, playback));
    return id;
  }

  void press(KeyPress press) {
    items.add(new Item(id(), press));
  }

  private PlaybackId id() {
    if (items.size() >= MOST) {
      throw new IllegalStateException(
          "A thousand things wait to be played. Maybe the stream was never connected.");
    }
    return new PlaybackId(++count);
  }

  /** Gives up all that is played, and reports it. Keys stay. */
  void flush() {
    if (pending instanceof Next.Voice) {
      pending = null;
    }
    items.stream()
        .filter(item -> item.press.isEmpty())
        .map(item -> item.played(Played.End.FLUSHED))
        .forEach(reports::add);
    items.removeIf(item -> item.press.isEmpty());
  }

  /** What the next packet holds. */
  Next next() {
    Next next = pending;
    if (next == null || next instanceof Next.Quiet) {
      next = made();
      pending = next;
    }
    return next;
  }

  private Next made() {
    short[] frame = new short[Frame.SAMPLES];
    int filled = 0;
    for (Item item : items) {
      if (item.press.isPresent()) {
        if (filled == 0) {
          settle();
          return new Next.Pressed(item.press.get(), Math.toIntExact(item.sent));
        }
        break;
      }
      filled = fill(frame, filled, item);
      if (!item.ended) {
        break;
      }
    }
    if (filled > 0) {
      return new Next.Voice(new Sound(Companding.RATE, frame));
    }
    settle();
    return new Next.Quiet();
  }

  /** Up to where the frame is filled then. */
  private static int fill(short[] frame, int from, Item item) {
    int filled = from;
    while (filled < frame.length) {
      int read = item.playback.read(frame, filled, frame.length - filled);
      Check.that(
          read >= Playback.END && read <= frame.length - filled,
          "read",
          read,
          "no more than asked");
      if (read == Playback.END) {
        item.ended = true;
        break;
      }
      if (read == 0) {
        break;
      }
      filled += read;
    }
    item.share = filled - from;
    return filled;
  }

  /** What {@link #next} gave was put on the wire. */
  void sent() {
    Next next = pending;
    pending = null;
    switch (next) {
      case Next.Voice _ -> settle();
      case Next.Pressed(KeyPress press, int number) -> {
        Item item = items.element();
        item.sent = number + 1L;
        if (item.sent == press.packets()) {
          items.remove();
        }
      }
      case Next.Quiet _ -> {
        // Nothing was waiting for it.
      }
      case null -> throw new IllegalStateException("Nothing was to be sent.");
    }
  }

  /** Counts what was sent of each, and reports what came to its end. */
  private void settle() {
    for (Item item : items) {
      item.sent += item.share;
      item.share = 0;
      if (item.ended) {
        reports.add(item.played(Played.End.FINISHED));
      }
    }
    items.removeIf(item -> item.ended);
  }

  /** What came to an end since it was last asked. */
  List<Played> reports() {
    List<Played> ended = List.copyOf(reports);
    reports.clear();
    return ended;
  }
}
