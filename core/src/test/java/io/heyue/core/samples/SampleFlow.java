package io.heyue.core.samples;

import io.heyue.core.dialogue.Condition;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Flow;
import io.heyue.core.dialogue.Flow.Kind;
import io.heyue.core.dialogue.Mark;
import io.heyue.core.dialogue.MoveSpec;
import io.heyue.core.dialogue.Topic;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Mood;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A short flow with every kind of row. */
public final class SampleFlow {
  private static final String[] UNVERIFIED = {"identity", "verifying"};

  private SampleFlow() {}

  public static Flow flow() {
    return new Flow("sample", "sample flow 1", "identity", steps(), rows());
  }

  /** A conversation in the middle of it. */
  public static DialogueState state(boolean verified) {
    DialogueState begun = Samples.begin(flow());
    return new DialogueState(
        begun.conversation(),
        begun.flow(),
        verified ? "asking" : "identity",
        begun.lang(),
        begun.channel(),
        begun.point(),
        2,
        verified,
        0,
        begun.slots(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        List.of(),
        verified ? Set.of(Mark.VERIFIED) : Set.of(),
        0,
        0,
        Set.of(),
        List.of(),
        Set.of(),
        verified ? "tell_account" : "open",
        Optional.empty(),
        Optional.empty(),
        Mood.calm());
  }

  private static Map<String, Flow.Step> steps() {
    return Stream.of(
            step("identity", "ask:identity", true),
            step("verifying", "ask:verification", true),
            step("asking", "negotiate", false),
            step("deciding", "negotiate", false),
            step("callback", "ask:callback", false),
            step("more", "ask:anything_else", false))
        .collect(Collectors.toMap(Flow.Step::id, step -> step));
  }

  private static Flow.Step step(String id, String question, boolean guarded) {
    return new Flow.Step(id, Optional.of(MoveSpec.parse(question)), guarded);
  }

  private static List<Flow.Row> rows() {
    return List.of(
            row("start", Kind.START).say("open").then("identity"),
            row("distress", Kind.URGENT)
                .when(Intent.DISTRESS)
                .least(0.45)
                .mark(Mark.DISTRESS)
                .say("hand_over:distress")
                .then("ended"),
            row("human", Kind.URGENT)
                .when(Intent.REQUEST_HUMAN)
                .least(0.5)
                .say("hand_over:requested")
                .then("ended"),
            row("verified_with_wish", Kind.URGENT)
                .in(UNVERIFIED)
                .given(Condition.ANSWER_RIGHT, Condition.DEFERRED)
                .mark(Mark.VERIFIED)
                .say("tell:account_brief", "resume")
                .then("asking"),
            row("verified", Kind.URGENT)
                .in(UNVERIFIED)
                .given(Condition.ANSWER_RIGHT)
                .mark(Mark.VERIFIED)
                .say("tell:account")
                .then("asking"),
            row("wrong_answer", Kind.URGENT)
                .in("verifying")
                .given(Condition.ANSWER_WRONG, Condition.TRIES_LEFT)
                .say("ack:wrong_answer", "ask:verification"),
            row("wrong_answer_again", Kind.URGENT)
                .in("verifying")
                .given(Condition.ANSWER_WRONG)
                .unless(Condition.TRIES_LEFT)
                .say("hand_over:verification_failed")
                .then("ended"),
            row("wrong_person", Kind.MAIN)
                .in(UNVERIFIED)
                .when(Intent.DENY_IDENTITY)
                .mark(Mark.WRONG_PERSON)
                .say("close:wrong_person")
                .then("ended"),
            row("identity_confirmed", Kind.MAIN)
                .in("identity")
                .when(Intent.CONFIRM_IDENTITY, Intent.AFFIRM)
                .say("ask:verification")
                .then("verifying"),
            row("wish_before_verification", Kind.MAIN)
                .in(UNVERIFIED)
                .when(Intent.PROMISE_WITH_DATE, Intent.CANNOT_PAY, Intent.REQUEST_EXTENSION)
                .say("ack:noted", "ask:verification")
                .then("verifying"),
            row("call_back_at", Kind.MAIN)
                .when(Intent.CALL_BACK_LATER, Intent.BUSY_NOW)
                .given(Condition.FRESH_TIME)
                .say("call_back", "close:callback")
                .then("ended"),
            row("call_back_when", Kind.MAIN)
                .when(Intent.CALL_BACK_LATER, Intent.BUSY_NOW)
                .say("ask:callback")
                .then("callback"),
            row("robot", Kind.BESIDE).when(Intent.ASK_IF_ROBOT).say("tell:robot"),
            row("amount", Kind.BESIDE)
                .when(Intent.ASK_AMOUNT)
                .given(Condition.VERIFIED)
                .say("tell:amount"),
            row("interest", Kind.BESIDE)
                .when(Intent.ASK_INTEREST_FEES)
                .given(Condition.VERIFIED)
                .say("tell:interest"),
            row("minimum", Kind.BESIDE)
                .when(Intent.ASK_MINIMUM)
                .given(Condition.VERIFIED)
                .say("tell:minimum"),
            row("consequence", Kind.BESIDE)
                .when(Intent.ASK_CONSEQUENCE)
                .given(Condition.VERIFIED)
                .say("tell:consequence", "tell:consequence_credit"),
            row("rude", Kind.MAIN).when(Intent.ABUSIVE).say("tell:threat"),
            row("accept", Kind.MAIN)
                .in("deciding")
                .when(Intent.AFFIRM, Intent.AGREE_TO_PAY)
                .given(Condition.PROPOSED)
                .unless(Condition.FRESH_DATE, Condition.FRESH_AMOUNT)
                .say("settle", "ask:anything_else")
                .then("more"),
            row("declined", Kind.MAIN).in("deciding").when(Intent.DENY).say("negotiate"),
            row("cannot", Kind.MAIN)
                .when(Intent.CANNOT_PAY)
                .given(Condition.VERIFIED)
                .topic(Topic.RELIEF)
                .mark(Mark.HARDSHIP)
                .say("ack:hardship", "negotiate"),
            row("extension", Kind.MAIN)
                .when(Intent.REQUEST_EXTENSION)
                .given(Condition.VERIFIED)
                .topic(Topic.EXTENSION)
                .say("negotiate"),
            row("instalment", Kind.MAIN)
                .when(Intent.REQUEST_INSTALMENT)
                .given(Condition.VERIFIED)
                .topic(Topic.INSTALMENT)
                .say("negotiate"),
            row("pay", Kind.MAIN)
                .when(Intent.AGREE_TO_PAY, Intent.PROMISE_WITH_DATE, Intent.OFFER_PARTIAL)
                .given(Condition.VERIFIED)
                .topic(Topic.PAY)
                .say("negotiate"),
            row("nothing_more", Kind.MAIN)
                .in("more")
                .when(Intent.DENY, Intent.FAREWELL)
                .say("finish")
                .then("ended"),
            row("bye", Kind.MAIN).when(Intent.FAREWELL).say("finish").then("ended"),
            row("go_on", Kind.MAIN).in("asking", "deciding").when(Intent.GREETING).say("resume"),
            row("silence_again", Kind.SILENCE)
                .given(Condition.SILENT_AGAIN)
                .say("finish")
                .then("ended"),
            row("silence", Kind.SILENCE).say("ack:silence", "resume"),
            row("payment", Kind.PAYMENT)
                .say("tell:payment_received", "close:already_paid")
                .then("ended"),
            row("unclear_again", Kind.OTHERWISE)
                .given(Condition.MISUNDERSTOOD_BEFORE)
                .say("hand_over:misunderstood")
                .then("ended"),
            row("unclear", Kind.OTHERWISE).say("clarify", "resume"))
        .stream()
        .map(Draft::build)
        .toList();
  }

  public static Draft row(String name, Kind kind) {
    return new Draft(name, kind);
  }

  /** The sample flow with {@code first} before its rows. */
  public static Flow flowWith(Draft first) {
    Flow flow = flow();
    return new Flow(
        flow.id(),
        flow.version(),
        flow.first(),
        flow.steps(),
        Stream.concat(Stream.of(first.build()), flow.rows().stream()).toList());
  }

  /** A row while it is written down. */
  public static final class Draft {
    private final String name;
    private final Kind kind;
    private Set<String> in = Set.of();
    private Set<Intent> when = Set.of();
    private double least;
    private Set<Condition> given = Set.of();
    private Set<Condition> unless = Set.of();
    private Optional<Topic> topic = Optional.empty();
    private List<MoveSpec> say = List.of();
    private Set<Mark> marks = Set.of();
    private Optional<String> then = Optional.empty();

    private Draft(String name, Kind kind) {
      this.name = name;
      this.kind = kind;
    }

    public Draft in(String... steps) {
      in = Set.of(steps);
      return this;
    }

    public Draft when(Intent... intents) {
      when = EnumSet.copyOf(Arrays.asList(intents));
      return this;
    }

    public Draft least(double confidence) {
      least = confidence;
      return this;
    }

    public Draft given(Condition... conditions) {
      given = Set.of(conditions);
      return this;
    }

    public Draft unless(Condition... conditions) {
      unless = Set.of(conditions);
      return this;
    }

    public Draft topic(Topic value) {
      topic = Optional.of(value);
      return this;
    }

    public Draft say(String... moves) {
      say = Arrays.stream(moves).map(MoveSpec::parse).toList();
      return this;
    }

    public Draft mark(Mark... values) {
      marks = Set.of(values);
      return this;
    }

    public Draft then(String step) {
      then = Optional.of(step);
      return this;
    }

    public Flow.Row build() {
      return new Flow.Row(
          name, kind, in, when, least, Optional.empty(), given, unless, topic, say, marks, then);
    }
  }
}
