package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.app.installation.Checkout;
import io.heyue.app.law.WordsDesk;
import io.heyue.app.tuning.TuningExport;
import io.heyue.brain.book.Books;
import io.heyue.brain.words.Ears;
import io.heyue.core.base.ConversationId;
import io.heyue.store.ledger.Ledger;
import java.nio.file.Path;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whose conversations are taken out for tuning, and what is left of them. */
class TuningExportTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;
  private Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
    lender.borrowers(2);
    talk("我叫王大锤，周五还三千", "可以", "没有了", "再见");
  }

  /** Everybody is written to, proves who they are and says this. */
  private void talk(String... says) {
    lender.campaign();
    var _ = lender.engine.pulse().tick();
    for (Letter letter :
        lender.street.letters().stream()
            .sorted(Comparator.comparing(each -> each.to().reveal()))
            .toList()) {
      ConversationId talk = letter.conversation().orElseThrow();
      String words = letter.words();
      int at = words.indexOf("https://pay.example/") + "https://pay.example/".length();
      var _ = lender.engine.desk().open(words.substring(at, at + 48));
      String number = letter.to().reveal();
      var _ = lender.says(talk, "是我");
      var _ = lender.says(talk, number.substring(number.length() - 4));
      for (String said : says) {
        var _ = lender.says(talk, said);
      }
    }
  }

  @AfterEach
  void close() {
    lender.close();
  }

  private TuningExport.Taken take() {
    Checkout checkout = Checkout.find();
    return new TuningExport(
            checkout.data(),
            lender.database.transactor(),
            Ledger.open(folder, lender.vault),
            lender.vault,
            new WordsDesk(
                Books.read(checkout.data()),
                Ears.open(checkout.data(), checkout.heads()),
                lender::now),
            lender::now)
        .take("test", 100, 5, Period.ofDays(30));
  }

  @Test
  void withoutConsentNothingIsTaken() {
    TuningExport.Taken taken = take();
    assertThat(taken.ended()).isEqualTo(2);
    assertThat(taken.conversations()).isZero();
    assertThat(taken.chat()).isEmpty();
    assertThat(taken.preference()).isEmpty();
  }

  @Test
  void theConversationOfWhoConsentedIsTakenAndMasked() {
    lender.flagged(1, "training_consent");
    TuningExport.Taken taken = take();
    assertThat(taken.conversations()).isEqualTo(1);
    List<String> lines = taken.chat().lines().toList();
    assertThat(lines).hasSize(1);
    JsonNode messages = JSON.readTree(lines.getFirst()).path("messages");
    assertThat(messages.path(0).path("role").asString()).isEqualTo("system");
    assertThat(messages.path(1).path("role").asString()).isEqualTo("assistant");
    assertThat(messages.path(2).path("role").asString()).isEqualTo("user");
    assertThat(messages.path(2).path("content").asString()).isEqualTo("是我");
    assertThat(lines.getFirst())
        .contains("我叫【姓名】，【日期】还【金额】")
        .doesNotContain("样例甲", "王大锤", "样例消费金融");
    for (JsonNode message : messages) {
      assertThat(message.path("content").asString().codePoints().filter(Character::isDigit))
          .isEmpty();
    }
    assertThat(taken.card())
        .contains("training_consent", "2026-12-23", "| chat.jsonl", "2 conversations had ended; 1");
    String entries =
        lender
            .database
            .transactor()
            .get(sql -> sql.list("select kind from ledger_entry", row -> row.text("kind")))
            .toString();
    assertThat(entries).contains("access");
  }

  /** An agreement is how it ended; what was told before it is nobody's to learn from. */
  @Test
  void whatWasAgreedAfterAnIllnessIsNotTaken() {
    anew();
    talk("我住院了，要动手术", "可以", "没有了");
    assertThat(endings()).containsOnly("extension");
    lender.flagged(0, "training_consent");
    lender.flagged(1, "training_consent");
    assertThat(take().ended()).isEqualTo(2);
    assertThat(take().conversations()).isZero();
  }

  @Test
  void norWhereADisputeWasHeardThatLedToNothing() {
    anew();
    talk("这个不对，周五三千", "可以", "没有了", "再见");
    assertThat(endings()).isNotEmpty().doesNotContain("dispute");
    lender.flagged(0, "training_consent");
    lender.flagged(1, "training_consent");
    assertThat(take().ended()).isEqualTo(2);
    assertThat(take().conversations()).isZero();
  }

  /** The same lender with nothing said yet. */
  private void anew() {
    lender.close();
    folder = folder.resolve("anew");
    assertThat(folder.toFile().mkdir()).isTrue();
    lender = new Lender(folder);
    lender.borrowers(2);
  }

  private List<String> endings() {
    return lender
        .database
        .transactor()
        .get(sql ->
            sql.list(
                "select distinct disposition from conversation where ended_at is not null",
                row -> row.text("disposition")));
  }

  @Test
  void pairsSayWhatMayBeSaidInstead() {
    lender.flagged(1, "training_consent");
    TuningExport.Taken taken = take();
    assertThat(taken.pairs()).isEqualTo(10);
    assertThat(taken.preference().lines())
        .hasSize(10)
        .allSatisfy(line -> {
          JsonNode pair = JSON.readTree(line);
          assertThat(pair.properties())
              .extracting(java.util.Map.Entry::getKey)
              .containsExactly("prompt", "chosen", "rejected");
          assertThat(pair.path("prompt").asString()).contains(pair.path("rejected").asString());
          assertThat(pair.path("chosen").asString()).isNotEqualTo(pair.path("rejected").asString());
        });
  }

  @Test
  void whoTakesTheirConsentBackIsInItNoMore() {
    lender.flagged(1, "training_consent");
    assertThat(take().conversations()).isEqualTo(1);
    lender.borrowers(2);
    assertThat(take().conversations()).isEqualTo(1);
    lender.load(
        io.heyue.store.intake.ImportKind.ACCOUNTS,
        """
        account_number,lender,overdue,due_date,person_number,name,flags
        LN000001,样例消费金融,3280.50,2026-11-05,P000001,样例甲,elderly
        """);
    assertThat(take().conversations()).isZero();
  }
}
