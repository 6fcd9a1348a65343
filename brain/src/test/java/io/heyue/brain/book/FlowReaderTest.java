package io.heyue.brain.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.dialogue.Condition;
import io.heyue.core.dialogue.Flow;
import io.heyue.core.dialogue.Mark;
import io.heyue.core.dialogue.Move;
import io.heyue.core.dialogue.MoveSpec;
import io.heyue.core.dialogue.Topic;
import io.heyue.core.understanding.Intent;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowReaderTest {
  private static final String FLOW =
      """
      id: sample
      first: identity
      steps:
        identity: {question: open, protected: true}
        asking: {question: negotiate}
      rows:
        - name: lost_job
          in: identity
          when: [cannot_pay]
          least: 0.5
          words: 失业|下岗
          if: [verified]
          unless: [again]
          topic: relief
          say: ["ack:lost_job", negotiate]
          mark: [hardship]
          then: asking
        - {name: start, kind: start, say: [open]}
        - {name: quiet, kind: silence, say: [wait]}
        - {name: else, kind: otherwise, say: [clarify], then: ended}
        - {name: paid, kind: payment, say: ["close:already_paid"]}
      """;

  @TempDir private Path folder;

  @Test
  void aWholeFlowIsRead() {
    FlowReader reader = new FlowReader(new PhraseNeeds());

    assertThat(new Broken(folder).flaws(FLOW, reader::read)).isEmpty();

    Flow flow = Objects.requireNonNull(reader.flows().get("sample"));
    assertThat(flow.version()).hasSize(64);
    assertThat(flow.steps()).containsOnlyKeys("identity", "asking");
    assertThat(flow.steps().values())
        .filteredOn(Flow.Step::protectedStep)
        .extracting(Flow.Step::id)
        .containsExactly("identity");
    Flow.Row row = flow.rows().getFirst();
    assertThat(row.kind()).isEqualTo(Flow.Kind.MAIN);
    assertThat(row.in()).containsExactly("identity");
    assertThat(row.when()).containsExactly(Intent.CANNOT_PAY);
    assertThat(row.least()).isEqualTo(0.5);
    assertThat(row.words().orElseThrow().matcher("我下岗了").find()).isTrue();
    assertThat(row.given()).containsExactly(Condition.VERIFIED);
    assertThat(row.unless()).containsExactly(Condition.AGAIN);
    assertThat(row.topic()).contains(Topic.RELIEF);
    assertThat(row.say())
        .containsExactly(
            new MoveSpec.Fixed(new Move.Acknowledge("lost_job")), new MoveSpec.Negotiate());
    assertThat(row.marks()).containsExactly(Mark.HARDSHIP);
    assertThat(row.then()).contains("asking");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "first: identity|first: identiti|data/x.yaml:2: There is no step 'identiti'. Maybe 'identity'.",
        "  in: identity|  in: [identity, askin]|data/x.yaml:8: There is no step 'askin'. Maybe 'asking'.",
        "  then: asking|  then: end|data/x.yaml:17: There is no step 'end'. Maybe 'ended'.",
        "[cannot_pay]|[canot_pay]|data/x.yaml:9: There is no intent 'canot_pay'. Maybe 'cannot_pay'.",
        "least: 0.5|least: 50|data/x.yaml:10: A confidence is 50.0; it must be from 0 to 1. Maybe",
        "words: 失业|words: 失业(|data/x.yaml:11: 'words' is no regular expression: Unclosed group",
        "[verified]|[verifed]|data/x.yaml:12: There is no condition 'verifed'. Maybe 'verified'.",
        "topic: relief|topic: releif|data/x.yaml:14: There is no topic 'releif'. Maybe 'relief'.",
        "ack:lost_job|shout:loud|data/x.yaml:15: There is no move 'shout:loud'. Maybe it is misspelt.",
        "[hardship]|[hard ship]|data/x.yaml:16: There is no mark 'hard ship'. Maybe 'hardship'.",
        "kind: start|kind: begin|data/x.yaml:18: There is no kind 'begin'. Maybe one of urgent",
        "name: start|name: lost_job|data/x.yaml:18: Row 'lost_job' stands in line 7 too. Maybe",
        "name: quiet, kind: silence|name: quiet, kind: main|data/x.yaml:6: No row of kind silence fits in every step. Maybe",
        "kind: otherwise|kind: otherwise, if: [verified]|data/x.yaml:6: No row of kind otherwise fits in every step. Maybe",
      })
  void whatIsWrongIsNamedWithItsLineAndAGuess(String right, String wrong, String message) {
    String text = FLOW.replace(right, wrong);
    assertThat(text).isNotEqualTo(FLOW);

    List<String> flaws = new Broken(folder).flaws(text, new FlowReader(new PhraseNeeds())::read);

    assertThat(flaws).anyMatch(flaw -> flaw.startsWith(message));
  }
}
