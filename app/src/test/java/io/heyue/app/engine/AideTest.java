package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.engine.HostileServer.Answer;
import io.heyue.app.engine.HostileServer.Question;
import io.heyue.brain.llm.Connection;
import io.heyue.brain.llm.Faults;
import io.heyue.brain.llm.Limits;
import io.heyue.brain.llm.OpenAiModel;
import io.heyue.brain.llm.Phraser;
import io.heyue.brain.llm.Prompts;
import io.heyue.brain.llm.SecondReader;
import io.heyue.brain.llm.Tally;
import io.heyue.core.base.ConversationId;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.understanding.Intent;
import io.heyue.store.labels.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When a chat model is asked what somebody meant, what it sees, and what becomes of what it says.
 */
class AideTest {
  private static final Limits LIMITS =
      new Limits(Duration.ofSeconds(5), Duration.ofSeconds(8), 400, 16, 1_000, 1_000, 10_000_000);

  @TempDir private Path folder;

  /** What it was asked to read. */
  private final List<String> read = new CopyOnWriteArrayList<>();

  private Answer answer(Question question, String intent) {
    if (question.phrasing()) {
      return new Answer.Status(503);
    }
    read.add(question.text());
    return new Answer.Words("{\"intents\":[\"" + intent + "\"],\"emotion\":\"calm\"}");
  }

  private static Aide aide(HostileServer server) {
    OpenAiModel model =
        new OpenAiModel(
            new Connection(server.url(), "m", "", true, Map.of()),
            LIMITS,
            new Faults(() -> Lender.MONDAY, _ -> {}));
    Prompts prompts =
        Prompts.read(Path.of(Objects.requireNonNull(System.getProperty("heyue.root")), "data"));
    Tally tally = new Tally();
    return Aide.of(new SecondReader(model, prompts, tally), new Phraser(model, prompts, tally));
  }

  private Lender lender(String name, HostileServer server) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    Lender lender = new Lender(own, Server.empty(), FewWords.unsure(), aide(server));
    lender.borrowers(1);
    return lender;
  }

  @Test
  void nothingIsAskedBeforeTheRightPartyIsVerified() throws IOException {
    try (HostileServer server = new HostileServer(question -> answer(question, "cannot_pay"));
        Lender lender = lender("one", server)) {
      lender.campaign();
      var _ = lender.engine.pulse().tick();
      var _ = lender.engine.desk().open(lender.street.token());
      ConversationId talk = lender.street.last().conversation().orElseThrow();
      var _ = lender.says(talk, "嗯这个嘛");
      assertThat(read).isEmpty();
      var _ = lender.says(talk, "是我");
      var _ = lender.says(talk, "0000");
      assertThat(read).isEmpty();
      var _ = lender.says(talk, "嗯这个嘛，two hundred pounds");
      assertThat(read).singleElement().satisfies(text -> assertThat(text).startsWith("嗯这个嘛"));
      assertThat(read.getFirst()).doesNotContain("two", "hundred", "pounds");
    }
  }

  /** The models learn from what they made of it, not from what somebody else did. */
  @Test
  void whatIsNotedIsWhatTheModelItselfUnderstood() throws IOException {
    try (HostileServer server = new HostileServer(question -> answer(question, "cannot_pay"));
        Lender lender = lender("noted", server)) {
      ConversationId talk = lender.verified();
      var _ = lender.says(talk, "唉这事");
      assertThat(read).containsExactly("唉这事");
      List<Label> asked =
          lender
              .engine
              .meanings()
              .page(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 50);
      Label label =
          asked.stream()
              .filter(each -> each.utterance().words().text().equals("唉这事"))
              .findFirst()
              .orElseThrow();
      assertThat(label.understood().orElseThrow().intent()).isEqualTo(Intent.UNCLEAR);
      assertThat(label.understood().orElseThrow().confidence()).isEqualTo(0.3);
      assertThat(label.model()).isEqualTo("few words");
    }
  }

  /** In the lender's own flow: whatever it says of an answer to a read-back, nobody has agreed. */
  @Test
  void noAgreementComesOfWhatItSays() throws IOException {
    for (String intent :
        List.of(
            "agree_to_pay",
            "promise_with_date",
            "offer_partial",
            "request_extension",
            "request_instalment",
            "request_reduction",
            "auto_debit_expected",
            "affirm",
            "acknowledge",
            "confirm_identity",
            "farewell")) {
      read.clear();
      try (HostileServer server = new HostileServer(question -> answer(question, intent));
          Lender lender = lender(intent, server)) {
        ConversationId talk = lender.verified();
        var _ = lender.says(talk, "周五还三千");
        var _ = lender.says(talk, "唉这事");
        assertThat(read).as(intent).containsExactly("唉这事");
        assertThat(lender.events(CaseEvent.PromiseMade.class)).as(intent).isEmpty();
        var _ = lender.says(talk, "可以");
        assertThat(lender.events(CaseEvent.PromiseMade.class)).as(intent).hasSize(1);
      }
    }
  }
}
