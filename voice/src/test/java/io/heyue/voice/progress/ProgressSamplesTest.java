package io.heyue.voice.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.voice.progress.Phrase.When;
import io.heyue.voice.tone.CallTone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * The front door on synthetic samples. They show that the parts do what they were made for on a
 * noisy line; how often real people and mailboxes are told apart they don't show.
 */
class ProgressSamplesTest {
  private static final ProgressTable TABLE = ProgressTable.standard();
  private static final Announcements ANNOUNCEMENTS = Announcements.standard();
  private static final int MILLISECOND = 8;
  private static final List<String> GREETINGS =
      List.of("喂", "喂你好", "你好哪位", "喂请问哪位", "hello", "hello who is this");

  private final Random random = new Random(20_25);
  private final Tally tally = new Tally();

  /** Something that comes beside the sound. */
  private record Cue(int at, Consumer<CallProgress> does) {}

  /** A call that is fed with sound and cues, and what it told. */
  private final class Fed {
    private final List<Progress> told = new ArrayList<>();
    private final List<Cue> cues = new ArrayList<>();
    private final CallProgress call =
        new CallProgress(TABLE, ANNOUNCEMENTS, Figures.standard(), told::add);

    void cue(int at, Consumer<CallProgress> does) {
      cues.add(new Cue(at, does));
    }

    /** Speech as a detector finds it: 60 ms wrong at most, its end 200 ms late. */
    void speech(int from, int to) {
      long began = Math.max(0, from + between(-60, 60) * MILLISECOND);
      long ended = Math.max(began + 1, to + between(-60, 60) * MILLISECOND);
      cue((int) began + 100 * MILLISECOND, each -> each.speechBegan(began));
      cue((int) ended + 200 * MILLISECOND, each -> each.speechEnded(ended));
    }

    void play(short[] sound) {
      cues.sort(Comparator.comparingInt(Cue::at));
      int next = 0;
      for (int at = 0; at + CallProgress.FRAME <= sound.length; at += CallProgress.FRAME) {
        while (next < cues.size() && cues.get(next).at() <= at) {
          cues.get(next++).does().accept(call);
        }
        call.frame(Arrays.copyOfRange(sound, at, at + CallProgress.FRAME));
      }
    }

    /** When something was first told, in milliseconds after a sample; below zero for never. */
    long first(Predicate<Progress> what, int after) {
      return told.stream()
          .filter(what)
          .findFirst()
          .map(each -> Math.max(0, (each.at() - after) / MILLISECOND))
          .orElse(-1L);
    }
  }

  private int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  private double around(double value, double part) {
    return value * (1 + part * (2 * random.nextDouble() - 1));
  }

  private short[] noisy(Synthetic sound) {
    return sound.noisy(between(10, 30));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void tone(CallTone tone, Disposition meant, int sounds, int rests, int status) {
    double frequency = 450 + 25 * (2 * random.nextDouble() - 1);
    double on = around(sounds, 0.15);
    double off = around(rests, 0.15);
    Synthetic sound = new Synthetic(random).rest(between(0, 1_000));
    int start = sound.length();
    for (int times = 0; times < 3; times++) {
      sound.tone(frequency, on).rest(off);
    }
    sound.tone(frequency, on);
    Fed fed = new Fed();
    fed.play(noisy(sound));
    fed.call.refused(status, List.of("Q.850;cause=127"));
    String got = fed.call.verdict().orElseThrow().disposition().id();
    long took =
        fed.first(each -> each instanceof Progress.Toned heard && heard.tone() == tone, start);
    tally.add("tone " + meant.id(), meant.id(), got, took);
  }

  /** Up to one of four letters of a long phrase are heard as something else. */
  private String misheard(Phrase phrase) {
    StringBuilder text = new StringBuilder(phrase.text());
    int at = random.nextInt(text.length());
    if (!phrase.letters().latin() && text.length() >= 4 && !phrase.letters().firm(at)) {
      text.setCharAt(at, any(List.of('是', '再', '机', '的', '话', '时')));
    }
    return text.toString();
  }

  private void announcement() {
    Phrase phrase =
        any(
            ANNOUNCEMENTS.phrases().stream()
                .filter(each -> each.when() != When.ANSWERED && !each.hint())
                .toList());
    boolean english = phrase.letters().latin();
    String heard = random.nextBoolean() ? misheard(phrase) : phrase.text();
    String text =
        english
            ? "Sorry, the subscriber " + heard + " please try later"
            : any(List.of("您好，", "对不起，您拨打的", "")) + heard + any(List.of("，请稍后再拨。", "。", ""));
    Fed fed = new Fed();
    int step = english ? 6 : 2;
    for (int end = step; end < text.length(); end += step) {
      String partial = text.substring(0, end);
      fed.cue(end / step * 300 * MILLISECOND, each -> each.words(partial, false));
    }
    int last = (text.length() / step + 1) * 300 * MILLISECOND;
    fed.cue(last, each -> each.words(text, true));
    fed.play(noisy(new Synthetic(random).speech(last / MILLISECOND + 200)));
    fed.call.refused(any(List.of(480, 503, 486)), List.of("Q.850;cause=31;text=\"忙\""));
    tally.add(
        "announcement " + phrase.disposition().id(),
        phrase.disposition().id(),
        fed.call.verdict().orElseThrow().disposition().id(),
        fed.first(each -> each instanceof Progress.Announced, 0));
  }

  /** What they do once they took the call. */
  private final class Taken {
    private final Synthetic sound = new Synthetic(random);
    private final Fed fed = new Fed();
    private final int first;

    Taken() {
      fed.cue(0, CallProgress::answered);
      sound.rest(between(200, 1_500));
      first = sound.length();
    }

    Taken speaks(int milliseconds) {
      int from = sound.length();
      sound.speech(milliseconds);
      fed.speech(from, sound.length());
      return this;
    }

    Taken rests(int milliseconds) {
      sound.rest(milliseconds);
      return this;
    }

    Taken beeps() {
      sound.tone(between(400, 2_200), between(150, 1_500));
      return this;
    }

    Taken says(String text, int from) {
      int step = 2;
      for (int end = step; end < text.length(); end += step) {
        String partial = text.substring(0, end);
        fed.cue(from + (300 + 110 * end) * MILLISECOND, each -> each.words(partial, false));
      }
      int last = from + (500 + 110 * text.length()) * MILLISECOND;
      fed.cue(last, each -> each.words(text, true));
      return this;
    }

    void judged(String kind, Answerer meant) {
      int due = first + 5_000 * MILLISECOND;
      rests(Math.max(0, (due - sound.length()) / MILLISECOND) + 700);
      fed.play(noisy(sound));
      Opinion last = fed.call.opinion().orElseThrow();
      long took =
          fed.first(
              each -> each instanceof Progress.Judged judged && isVerdict(judged.opinion()), first);
      assertThat(took).as(kind).isBetween(0L, 2_100L);
      boolean person =
          fed.told.stream()
              .filter(each -> each instanceof Progress.Judged && each.at() <= due)
              .reduce((_, later) -> later)
              .filter(each -> ((Progress.Judged) each).opinion().who() == Answerer.PERSON)
              .isPresent();
      assertThat(person && meant != Answerer.PERSON).as(kind).isFalse();
      tally.add(kind, meant.name(), last.who().name(), took);
    }

    private boolean isVerdict(Opinion opinion) {
      return opinion.ground() != Opinion.Ground.NOTHING
          && opinion.ground() != Opinion.Ground.SILENCE;
    }
  }

  private void person() {
    Taken one = new Taken();
    one.speaks(between(250, 1_400)).judged("person, short greeting", Answerer.PERSON);
    Taken two = new Taken();
    two.speaks(between(200, 500)).rests(between(250, 600)).speaks(between(300, 700));
    two.judged("person, greeting in two", Answerer.PERSON);
    Taken three = new Taken();
    String words = any(GREETINGS);
    three.says(words, three.first).speaks(Math.min(1_900, 250 + 190 * words.length()));
    three.judged("person, with words", Answerer.PERSON);
  }

  private void machine() {
    Taken lasting = new Taken();
    for (int times = between(2, 4); times > 0; times--) {
      lasting.speaks(between(1_200, 3_000)).rests(between(150, 450));
    }
    lasting.rests(between(100, 400)).beeps().judged("machine, monologue", Answerer.MACHINE);
    Taken brief = new Taken();
    brief.speaks(between(800, 1_400)).rests(between(300, 900)).beeps();
    brief.judged("machine, brief, then a beep", Answerer.MACHINE);
    Taken slow = new Taken();
    slow.speaks(between(700, 1_200)).rests(between(850, 1_100)).speaks(between(3_000, 5_000));
    slow.judged("machine, pause, then monologue", Answerer.MACHINE);
    Taken said = new Taken();
    said.says(
            any(List.of("您好请留言", "这里是语音信箱", "请在提示音后", "please leave a message", "语音信箱您好")),
            said.first)
        .speaks(between(800, 1_400));
    said.judged("machine, by its words", Answerer.MACHINE);
  }

  private void screening() {
    Taken asks = new Taken();
    String words =
        any(
            List.of(
                "您好请说出您的姓名和来意",
                "您好我是机主的智能助理",
                "机主现在不方便有什么我可以帮您转告",
                "please state your name",
                "please say your name and why you're calling"));
    asks.says(words, asks.first).speaks(between(2_000, 3_500));
    asks.judged("screening", Answerer.SCREENING);
  }

  private void fax() {
    Taken fax = new Taken();
    int from = fax.sound.length();
    fax.sound.tone(between(2_085, 2_115), between(2_600, 4_000)).rest(300);
    fax.fed.play(noisy(fax.sound));
    fax.fed.call.hungUp();
    tally.add(
        "fax",
        "fax",
        fax.fed.call.verdict().orElseThrow().disposition().id(),
        fax.fed.first(
            each ->
                each instanceof Progress.Judged judged
                    && judged.opinion().ground() == Opinion.Ground.FAX,
            from));
  }

  @Test
  void nearlyAllAreToldApart() throws IOException {
    for (int times = 0; times < 30; times++) {
      tone(CallTone.RINGING, Disposition.NO_ANSWER, 1_000, 4_000, 503);
      tone(CallTone.BUSY, Disposition.BUSY, 350, 350, 480);
      tone(CallTone.CONGESTED, Disposition.CONGESTED, 700, 700, 480);
      announcement();
      announcement();
      announcement();
      person();
      machine();
      screening();
    }
    for (int times = 0; times < 10; times++) {
      fax();
    }
    Path report = Path.of(System.getProperty("heyue.root"), "voice", "target", "progress.txt");
    Files.createDirectories(report.getParent());
    Files.writeString(report, tally.table());
    assertThat(tally.all()).isGreaterThanOrEqualTo(200);
    assertThat(tally.share()).as(tally.table()).isGreaterThanOrEqualTo(0.95);
  }
}
