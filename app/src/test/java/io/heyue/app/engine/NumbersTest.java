package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ConversationId;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose a number is, and how often it rings. */
class NumbersTest {
  @TempDir private Path folder = Path.of("");
  private Lender lender;

  @BeforeEach
  void open() {
    lender = new Lender(folder);
  }

  @AfterEach
  void close() {
    lender.close();
  }

  private void campaign() {
    Approach approach = new Approach(List.of(Channel.SMS), "arrears", 3, 1);
    lender
        .engine
        .campaigns()
        .start(lender.engine.campaigns().create("all", Filter.everyone(), approach));
    for (int day = 0; day < 4; day++) {
      var _ = lender.engine.pulse().tick();
      lender.later(Duration.ofDays(1));
    }
  }

  private List<String> reached() {
    return lender.street.letters().stream().map(letter -> letter.to().reveal()).toList();
  }

  private void says(String... lines) {
    assertThat(lender.engine.desk().open(lender.street.token())).isInstanceOf(Opening.Opened.class);
    ConversationId talk = lender.street.last().conversation().orElseThrow();
    for (String line : lines) {
      lender.engine.desk().receive(talk, new ChannelEvent.TextReceived(line));
    }
  }

  @Test
  void aWrongNumberIsNotWrittenToAgainUntilAnotherSourceNamesIt() {
    lender.borrowers(1);
    lender
        .engine
        .campaigns()
        .start(
            lender
                .engine
                .campaigns()
                .create(
                    "first",
                    Filter.everyone(),
                    new Approach(List.of(Channel.SMS), "arrears", 3, 1)));
    var _ = lender.engine.pulse().tick();
    says("你打错了，没有这个人");
    campaign();
    assertThat(reached()).hasSize(1);
    lender.contact(0, "mobile", Lender.phone(0).reveal(), "contract");
    campaign();
    assertThat(reached()).hasSize(1);
    lender.contact(0, "mobile", Lender.phone(0).reveal(), "debtor_authorisation");
    campaign();
    assertThat(reached().size()).isGreaterThan(1);
  }

  @Test
  void anotherNumberOfThePersonIsWrittenToInstead() {
    lender.borrowers(1);
    lender.contact(0, "mobile", Lender.phone(5).reveal(), "contract");
    var _ = lender.engine.campaigns().preview(Filter.everyone(), Approach.text("arrears"));
    lender
        .engine
        .campaigns()
        .start(
            lender.engine.campaigns().create("first", Filter.everyone(), Approach.text("arrears")));
    var _ = lender.engine.pulse().tick();
    String wrong = reached().getFirst();
    says("你打错了");
    lender.later(Duration.ofDays(1));
    campaign();
    assertThat(reached().size()).isGreaterThan(1);
    assertThat(reached().subList(1, reached().size())).doesNotContain(wrong);
  }

  @Test
  void oneTelephoneOfTwoPeopleRingsNoOftenerThanOneOfOne() {
    lender.borrowers(6);
    for (int i = 1; i < 6; i++) {
      lender.contact(i, "mobile", Lender.phone(0).reveal(), "contract");
    }
    // The first number of each is gone, the shared one remains.
    lender
        .database
        .transactor()
        .run(sql -> {
          var _ =
              sql.update(
                  """
                  delete from contact_point where value_index <> (
                    select value_index from contact_point group by 1 order by count(*) desc limit 1)
                  """);
        });
    lender
        .engine
        .campaigns()
        .start(
            lender.engine.campaigns().create("all", Filter.everyone(), Approach.text("arrears")));
    for (int minute = 0; minute < 5; minute++) {
      var _ = lender.engine.pulse().tick();
      lender.later(Duration.ofMinutes(30));
    }
    assertThat(reached()).hasSize(2).containsOnly(Lender.phone(0).reveal());
  }
}
