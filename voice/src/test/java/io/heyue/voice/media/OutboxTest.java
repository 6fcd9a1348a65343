package io.heyue.voice.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heyue.voice.audio.Sound;
import io.heyue.voice.media.Outbox.Next;
import io.heyue.voice.media.Played.End;
import io.heyue.voice.rtp.Key;
import io.heyue.voice.rtp.KeyPress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Outbox outbox = new Outbox();

  private static Sound sound(int value, int samples) {
    short[] all = new short[samples];
    Arrays.fill(all, (short) value);
    return new Sound(8_000, all);
  }

  private static KeyPress key() {
    return new KeyPress(Key.FIVE, Frame.LENGTH, Duration.ofMillis(40));
  }

  private short[] voice() {
    assertThat(outbox.next()).isInstanceOf(Next.Voice.class);
    short[] frame = ((Next.Voice) outbox.next()).frame().samples();
    outbox.sent();
    return frame;
  }

  private void nothing() {
    assertThat(outbox.next()).isEqualTo(new Next.Quiet());
  }

  @Test
  void oneIsPlayedRightAfterTheOther() {
    PlaybackId first = outbox.play(Playback.of(sound(1, 200)));
    PlaybackId second = outbox.play(Playback.of(sound(2, 60)));
    assertThat(voice()).containsOnly(1);
    assertThat(outbox.reports()).isEmpty();
    short[] frame = voice();
    assertThat(Arrays.copyOf(frame, 40)).containsOnly(1);
    assertThat(Arrays.copyOfRange(frame, 40, 100)).containsOnly(2);
    assertThat(Arrays.copyOfRange(frame, 100, 160)).containsOnly(0);
    assertThat(outbox.reports())
        .containsExactly(
            new Played(first, 200, Optional.empty(), End.FINISHED),
            new Played(second, 60, Optional.empty(), End.FINISHED));
    nothing();
  }

  @Test
  void whatIsFlushedWasSentOrNot() {
    List<Mark> marks = List.of(new Mark(0, "hello"), new Mark(320, "dear"), new Mark(321, "you"));
    PlaybackId first = outbox.play(Playback.of(sound(1, 4_000), marks));
    PlaybackId second = outbox.play(Playback.of(sound(2, 4_000), marks));
    var _ = voice();
    var _ = voice();
    // Made, but not sent.
    assertThat(outbox.next()).isInstanceOf(Next.Voice.class);
    outbox.flush();
    nothing();
    assertThat(outbox.reports())
        .containsExactly(
            new Played(first, 320, Optional.of("dear"), End.FLUSHED),
            new Played(second, 0, Optional.empty(), End.FLUSHED));
    outbox.flush();
    assertThat(outbox.reports()).isEmpty();
  }

  @Test
  void whatTheSystemDidNotTakeIsGivenOutAgain() {
    PlaybackId id = outbox.play(Playback.of(sound(3, 160)));
    Next first = outbox.next();
    assertThat(outbox.next()).isEqualTo(first);
    outbox.sent();
    nothing();
    assertThat(outbox.reports())
        .containsExactly(new Played(id, 160, Optional.empty(), End.FINISHED));
  }

  @Test
  void keysKeepTheirPlaceAndAreNotFlushed() {
    PlaybackId before = outbox.play(Playback.of(sound(1, 160)));
    outbox.press(key());
    PlaybackId after = outbox.play(Playback.of(sound(2, 160)));
    assertThat(voice()).containsOnly(1);
    for (int number = 0; number < 2; number++) {
      assertThat(outbox.next()).isEqualTo(new Next.Pressed(key(), number));
      outbox.sent();
    }
    assertThat(outbox.reports())
        .containsExactly(new Played(before, 160, Optional.empty(), End.FINISHED));
    outbox.flush();
    assertThat(outbox.reports())
        .containsExactly(new Played(after, 0, Optional.empty(), End.FLUSHED));
    for (int number = 2; number < key().packets(); number++) {
      assertThat(outbox.next()).isEqualTo(new Next.Pressed(key(), number));
      outbox.sent();
    }
    nothing();
  }

  @Test
  void whatIsNotYetThereIsWaitedFor() {
    Feed feed = new Feed();
    PlaybackId id = outbox.play(feed);
    PlaybackId second = outbox.play(Playback.of(sound(7, 160)));
    nothing();
    assertThat(feed.offer(sound(5, 160).samples())).isTrue();
    assertThat(feed.offer(sound(6, 100).samples())).isTrue();
    assertThat(voice()).containsOnly(5);
    assertThat(voice()).containsOnly(6, 0);
    nothing();
    for (int times = 0; times < Feed.MOST; times++) {
      assertThat(feed.offer(sound(8, 160).samples())).isTrue();
    }
    assertThat(feed.offer(sound(8, 160).samples())).isFalse();
    feed.end();
    for (int times = 0; times < Feed.MOST; times++) {
      assertThat(voice()).containsOnly(8);
    }
    assertThat(voice()).containsOnly(7);
    nothing();
    assertThat(outbox.reports())
        .containsExactly(
            new Played(id, 740, Optional.empty(), End.FINISHED),
            new Played(second, 160, Optional.empty(), End.FINISHED));
  }

  @Test
  void whoSaysThatHeWroteMoreThanAskedIsFound() {
    var _ = outbox.play((_, _, count) -> count + 1);
    assertThatThrownBy(outbox::next).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void notMoreThanAThousandWait() {
    for (int times = 0; times < 1_000; times++) {
      var _ = outbox.play(new Feed());
    }
    assertThatThrownBy(() -> outbox.press(key())).isInstanceOf(IllegalStateException.class);
  }
}
