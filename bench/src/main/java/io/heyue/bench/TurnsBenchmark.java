package io.heyue.bench;

import io.heyue.app.engine.Desk;
import io.heyue.app.engine.Engine;
import io.heyue.app.engine.Letter;
import io.heyue.app.engine.Opening;
import io.heyue.app.engine.Said;
import io.heyue.brain.encoder.ModelListener;
import io.heyue.core.base.ConversationId;
import io.heyue.core.channel.ChannelEvent;
import io.heyue.core.understanding.entity.RuleEntityParser;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.postgres.Transactor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Text turns: from a person's words to the durable commit of our approved ones. The baseline is a
 * durable transaction that inserts one row.
 */
final class TurnsBenchmark implements Benchmark {
  private static final int PIECE = 200;

  @Override
  public String name() {
    return "turns";
  }

  /** A conversation that was opened, and what proves the person. */
  private record Open(ConversationId id, String proof) {
    List<String> words() {
      return List.of("是我", proof, "我一共欠多少钱", "这个月手头紧，能不能分期", "那我12月1日全部还清", "可以");
    }
  }

  @Override
  public List<Figure> measure(Trial trial) {
    Scale scale = trial.scale();
    try (Lender lender = Lender.open(trial);
        ModelListener listener =
            ModelListener.open(
                trial.data(), trial.root().resolve("brain/target/heads"), RuleEntityParser.of())) {
      lender.borrowers(scale.conversations());
      Street street = new Street();
      Engine engine = lender.engine(listener, street);
      List<Open> open = open(engine, street);
      List<Open> warming = open.subList(0, scale.warming());
      List<Open> alone = open.subList(scale.warming(), scale.warming() + scale.alone());
      List<Open> together = open.subList(scale.warming() + scale.alone(), open.size());

      Desk desk = engine.desk();
      var _ = one(desk, warming, scale);
      Times turns = one(desk, alone, scale);
      Crowd.Done crowd =
          Crowd.work(
              together,
              scale.longest(),
              talk -> talk.words().stream().filter(words -> turn(desk, talk, words)).count());

      Transactor transactor = lender.database().transactor();
      transactor.run(sql -> sql.update("create table bench_row (number bigint)"));
      Times rows = commits(transactor, turns.count());
      Crowd.Done rowCrowd =
          Crowd.work(
              LongStream.range(0, 4L * Math.max(1, turns.count())).boxed().toList(),
              scale.longest(),
              number -> insert(transactor, number) ? 1 : 0);
      return figures(turns, rows, crowd, rowCrowd);
    }
  }

  private List<Figure> figures(Times turns, Times rows, Crowd.Done crowd, Crowd.Done rowCrowd) {
    return List.of(
        alone("p50", 0.5, turns, rows, Optional.empty()),
        alone("p99", 0.99, turns, rows, Figure.Target.atMost(25)),
        new Figure(
            name(),
            "text turns, " + Crowd.THREADS + " threads",
            crowd.done(),
            crowd.perSecond(),
            "/s",
            new Figure.Baseline("one-row commits, as many threads", rowCrowd.perSecond()),
            Figure.Target.atLeast(300)));
  }

  private Figure alone(
      String label, double share, Times turns, Times rows, Optional<Figure.Target> target) {
    return new Figure(
        name(),
        "text turn alone, " + label,
        turns.count(),
        turns.milliseconds(share),
        "ms",
        new Figure.Baseline("one-row commit, " + label, rows.milliseconds(share)),
        target);
  }

  /** Writes to everybody and follows the links. */
  private static List<Open> open(Engine engine, Street street) {
    var campaign = engine.campaigns().create("bench", Filter.everyone(), Approach.text("arrears"));
    engine.campaigns().start(campaign);
    while (engine.campaigns().step(Lender.NOW, PIECE) > 0) {
      while (engine.courier().deliver(Lender.NOW, PIECE) > 0) {}
    }
    List<Open> open = new ArrayList<>();
    street.letters().stream()
        .sorted(Comparator.comparing(letter -> letter.to().reveal()))
        .forEach(letter -> open.add(follow(engine.desk(), letter)));
    return open;
  }

  private static Open follow(Desk desk, Letter letter) {
    String words = letter.words();
    int token = words.indexOf(Lender.PAGE) + Lender.PAGE.length() + 1;
    return switch (desk.open(words.substring(token, token + 48))) {
      case Opening.Opened opened -> {
        String phone = letter.to().reveal();
        yield new Open(opened.conversation(), phone.substring(phone.length() - 4));
      }
      case Opening.Closed closed ->
          throw new IllegalStateException("A link does not open: " + closed.reason());
    };
  }

  private static Times one(Desk desk, List<Open> talks, Scale scale) {
    Times times = new Times();
    long start = System.nanoTime();
    for (Open talk : talks) {
      for (String words : talk.words()) {
        var _ = times.time(() -> turn(desk, talk, words));
      }
      if (System.nanoTime() - start > scale.longest().toNanos()) {
        break;
      }
    }
    return times;
  }

  /** Whether we answered; a conversation that is over takes no turn. */
  private static boolean turn(Desk desk, Open talk, String words) {
    List<Said> said = desk.receive(talk.id(), new ChannelEvent.TextReceived(words));
    return !said.isEmpty() && said.getLast().side() == Said.Side.US;
  }

  private static Times commits(Transactor transactor, int count) {
    Times times = new Times();
    for (long i = 0; i < count; i++) {
      long number = i;
      var _ = times.time(() -> insert(transactor, number));
    }
    return times;
  }

  private static boolean insert(Transactor transactor, long number) {
    return transactor.get(sql -> sql.update("insert into bench_row values (?)", number)) == 1;
  }
}
