package io.heyue.voice.hear;

import static io.heyue.voice.hear.TurnEvent.BACKCHANNEL;
import static io.heyue.voice.hear.TurnEvent.END_OF_TURN;
import static io.heyue.voice.hear.TurnEvent.SPEECH_BEGAN;
import static io.heyue.voice.hear.TurnEvent.SPEECH_ENDED;
import static io.heyue.voice.hear.TurnEvent.SPEECH_LONG;
import static io.heyue.voice.hear.TurnEvent.TIMER;
import static io.heyue.voice.hear.TurnEvent.WE_BEGIN;
import static io.heyue.voice.hear.TurnEvent.WE_BEGIN_PROTECTED;
import static io.heyue.voice.hear.TurnEvent.WE_END;
import static io.heyue.voice.hear.TurnEvent.WORDS;
import static io.heyue.voice.hear.TurnState.HEARD;
import static io.heyue.voice.hear.TurnState.HEARING;
import static io.heyue.voice.hear.TurnState.LISTENING;
import static io.heyue.voice.hear.TurnState.OVERLAP;
import static io.heyue.voice.hear.TurnState.OVERLAP_BACKCHANNEL;
import static io.heyue.voice.hear.TurnState.OVERLAP_WORDS;
import static io.heyue.voice.hear.TurnState.PROTECTED_KEPT;
import static io.heyue.voice.hear.TurnState.PROTECTED_OVERLAP;
import static io.heyue.voice.hear.TurnState.PROTECTED_WORDS;
import static io.heyue.voice.hear.TurnState.RESUMABLE;
import static io.heyue.voice.hear.TurnState.SPEAKING;
import static io.heyue.voice.hear.TurnState.SPEAKING_PROTECTED;
import static io.heyue.voice.hear.TurnState.YIELDED;
import static io.heyue.voice.hear.TurnStep.GIVE_TURN;
import static io.heyue.voice.hear.TurnStep.IGNORE;
import static io.heyue.voice.hear.TurnStep.KEEP;
import static io.heyue.voice.hear.TurnStep.RESUME;
import static io.heyue.voice.hear.TurnStep.STOP_SPEAKING;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who has the turn: the states of two who speak and the ways between them, every edge there is.
 * What stands in no edge changes nothing, so that messages may come late, twice and in any order.
 *
 * <p>Five things can be read off it. A backchannel doesn't interrupt us. Words of their own do, and
 * so does speech that is long enough; we fall silent on that very edge. Where nothing was
 * understood of it we go on from where we stopped. What the law wants said is said to its end; what
 * they say meanwhile is kept, and they have the turn after it. And nobody speaks over the other for
 * ever.
 */
public final class TurnTaking {
  /**
   * A way from one state to another.
   *
   * @param steps what is done on it, in order
   */
  public record Edge(TurnState from, TurnEvent by, TurnState to, List<TurnStep> steps) {
    public Edge {
      steps = List.copyOf(steps);
    }
  }

  private static final List<Edge> EDGES = edgesOfAll();

  private TurnTaking() {}

  private static List<Edge> edgesOfAll() {
    List<Edge> edges = new ArrayList<>();
    theirTurn(edges);
    weBegin(edges);
    weEnd(edges);
    theySpeakOverUs(edges);
    weYielded(edges);
    theySpeakOverWhatIsProtected(edges);
    return List.copyOf(edges);
  }

  private static void add(
      List<Edge> edges, TurnState from, TurnEvent by, TurnState to, TurnStep... steps) {
    edges.add(new Edge(from, by, to, List.of(steps)));
  }

  private static void theirTurn(List<Edge> edges) {
    add(edges, LISTENING, SPEECH_BEGAN, HEARING);
    // The recogniser was late: what they said over us, or before, is understood only now.
    add(edges, LISTENING, WORDS, HEARD, KEEP);
    add(edges, LISTENING, BACKCHANNEL, LISTENING, IGNORE);
    add(edges, HEARING, WORDS, HEARING, KEEP);
    add(edges, HEARING, BACKCHANNEL, HEARING, KEEP);
    add(edges, HEARING, SPEECH_ENDED, HEARD);
    add(edges, HEARD, WORDS, HEARD, KEEP);
    add(edges, HEARD, BACKCHANNEL, HEARD, KEEP);
    add(edges, HEARD, SPEECH_BEGAN, HEARING);
    add(edges, HEARD, END_OF_TURN, LISTENING, GIVE_TURN);
  }

  private static void weBegin(List<Edge> edges) {
    for (TurnState from : List.of(LISTENING, HEARD, RESUMABLE)) {
      add(edges, from, WE_BEGIN, SPEAKING);
      add(edges, from, WE_BEGIN_PROTECTED, SPEAKING_PROTECTED);
    }
    for (TurnState from : List.of(HEARING, YIELDED)) {
      add(edges, from, WE_BEGIN, OVERLAP);
      add(edges, from, WE_BEGIN_PROTECTED, PROTECTED_OVERLAP);
    }
    add(edges, SPEAKING, WE_BEGIN_PROTECTED, SPEAKING_PROTECTED);
    add(edges, OVERLAP, WE_BEGIN_PROTECTED, PROTECTED_OVERLAP);
    add(edges, OVERLAP_BACKCHANNEL, WE_BEGIN_PROTECTED, PROTECTED_OVERLAP);
    add(edges, OVERLAP_WORDS, WE_BEGIN_PROTECTED, PROTECTED_WORDS);
    // What was protected is over, and what can be interrupted follows without a gap.
    add(edges, SPEAKING_PROTECTED, WE_BEGIN, SPEAKING);
    add(edges, PROTECTED_OVERLAP, WE_BEGIN, OVERLAP);
    add(edges, PROTECTED_WORDS, WE_BEGIN, OVERLAP_WORDS);
    add(edges, PROTECTED_KEPT, WE_BEGIN, LISTENING, STOP_SPEAKING, GIVE_TURN);
  }

  private static void weEnd(List<Edge> edges) {
    for (TurnState from : List.of(SPEAKING, SPEAKING_PROTECTED)) {
      add(edges, from, WE_END, LISTENING);
    }
    for (TurnState from :
        List.of(OVERLAP, OVERLAP_BACKCHANNEL, OVERLAP_WORDS, PROTECTED_OVERLAP, PROTECTED_WORDS)) {
      add(edges, from, WE_END, HEARING);
    }
    add(edges, PROTECTED_KEPT, WE_END, LISTENING, GIVE_TURN);
  }

  private static void theySpeakOverUs(List<Edge> edges) {
    add(edges, SPEAKING, SPEECH_BEGAN, OVERLAP);
    // They said it so shortly that they are silent again before it is understood: "wait!"
    add(edges, SPEAKING, WORDS, HEARD, STOP_SPEAKING, KEEP);
    add(edges, SPEAKING, BACKCHANNEL, SPEAKING, IGNORE);
    add(edges, OVERLAP, WORDS, OVERLAP_WORDS, KEEP);
    add(edges, OVERLAP, BACKCHANNEL, OVERLAP_BACKCHANNEL, IGNORE);
    add(edges, OVERLAP, SPEECH_ENDED, SPEAKING);
    add(edges, OVERLAP, SPEECH_LONG, YIELDED, STOP_SPEAKING);
    add(edges, OVERLAP, TIMER, YIELDED, STOP_SPEAKING);
    add(edges, OVERLAP_BACKCHANNEL, WORDS, OVERLAP_WORDS, KEEP);
    add(edges, OVERLAP_BACKCHANNEL, BACKCHANNEL, OVERLAP_BACKCHANNEL, IGNORE);
    add(edges, OVERLAP_BACKCHANNEL, SPEECH_ENDED, SPEAKING);
    // They go on, and the recogniser has no more than the backchannel.
    add(edges, OVERLAP_BACKCHANNEL, TIMER, YIELDED, STOP_SPEAKING);
    add(edges, OVERLAP_WORDS, WORDS, OVERLAP_WORDS, KEEP);
    add(edges, OVERLAP_WORDS, BACKCHANNEL, OVERLAP_WORDS, KEEP);
    add(edges, OVERLAP_WORDS, SPEECH_LONG, HEARING, STOP_SPEAKING);
    add(edges, OVERLAP_WORDS, TIMER, HEARING, STOP_SPEAKING);
    add(edges, OVERLAP_WORDS, SPEECH_ENDED, HEARD, STOP_SPEAKING);
  }

  private static void weYielded(List<Edge> edges) {
    for (TurnState from : List.of(YIELDED, RESUMABLE)) {
      add(edges, from, BACKCHANNEL, from, IGNORE);
    }
    add(edges, YIELDED, WORDS, HEARING, KEEP);
    add(edges, YIELDED, SPEECH_ENDED, RESUMABLE);
    // They speak on and on, and nothing is understood: that must be said.
    add(edges, YIELDED, TIMER, HEARING, GIVE_TURN);
    add(edges, RESUMABLE, WORDS, HEARD, KEEP);
    add(edges, RESUMABLE, SPEECH_BEGAN, YIELDED);
    add(edges, RESUMABLE, END_OF_TURN, SPEAKING, RESUME);
    add(edges, RESUMABLE, TIMER, SPEAKING, RESUME);
  }

  private static void theySpeakOverWhatIsProtected(List<Edge> edges) {
    add(edges, SPEAKING_PROTECTED, SPEECH_BEGAN, PROTECTED_OVERLAP);
    add(edges, SPEAKING_PROTECTED, WORDS, PROTECTED_KEPT, KEEP);
    add(edges, PROTECTED_OVERLAP, WORDS, PROTECTED_WORDS, KEEP);
    add(edges, PROTECTED_OVERLAP, SPEECH_ENDED, SPEAKING_PROTECTED);
    add(edges, PROTECTED_WORDS, WORDS, PROTECTED_WORDS, KEEP);
    add(edges, PROTECTED_WORDS, SPEECH_ENDED, PROTECTED_KEPT);
    add(edges, PROTECTED_KEPT, WORDS, PROTECTED_KEPT, KEEP);
    add(edges, PROTECTED_KEPT, SPEECH_BEGAN, PROTECTED_WORDS);
    for (TurnState from : List.of(SPEAKING_PROTECTED, PROTECTED_OVERLAP)) {
      add(edges, from, BACKCHANNEL, from, IGNORE);
    }
    for (TurnState from : List.of(PROTECTED_WORDS, PROTECTED_KEPT)) {
      add(edges, from, BACKCHANNEL, from, KEEP);
    }
  }

  /** All edges, in the order in which they are drawn. */
  public static List<Edge> edges() {
    return EDGES;
  }

  /** The edge that is gone; empty where nothing happens. */
  public static Optional<Edge> next(TurnState from, TurnEvent by) {
    return EDGES.stream().filter(edge -> edge.from() == from && edge.by() == by).findFirst();
  }

  /** The table as a drawing, in the language of Mermaid. */
  public static String drawing() {
    StringBuilder drawing = new StringBuilder("stateDiagram-v2\n  [*] --> listening\n");
    for (Edge edge : EDGES) {
      String steps =
          String.join(
              ", ", edge.steps().stream().map(step -> step.id().replace('_', ' ')).toList());
      drawing.append(
          "  %s --> %s : %s%s\n"
              .formatted(
                  edge.from().id(),
                  edge.to().id(),
                  edge.by().id().replace('_', ' '),
                  steps.isEmpty() ? "" : " / " + steps));
    }
    return drawing.toString();
  }
}
