package io.heyue.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rng;
import io.heyue.core.dialogue.DialogueState;
import io.heyue.core.dialogue.Mark;
import io.heyue.core.dialogue.Slots;
import io.heyue.core.dialogue.Terms;
import io.heyue.core.dialogue.Topic;
import io.heyue.core.portfolio.Disposition;
import io.heyue.core.portfolio.HandoverReason;
import io.heyue.core.portfolio.Plan;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Mood;
import io.heyue.core.understanding.ScoredIntent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
  private static final ZonedDateTime WHEN = DAY.atTime(9, 30).atZone(ZoneId.of("Asia/Shanghai"));

  @Test
  void aStateComesBackAsItWas() {
    Money sum = Money.fen(328_050);
    List<Terms> terms =
        List.of(
            new Terms.Full(sum, DAY),
            new Terms.Partial(sum, DAY, Money.fen(1)),
            new Terms.Rest(Money.fen(1), DAY),
            new Terms.Extension(sum, DAY),
            new Terms.Instalments(Plan.monthly(sum, 3, DAY)),
            new Terms.Reduction(sum, Money.fen(2), DAY),
            new Terms.Callback(WHEN));
    assertThat(terms.stream().map(Object::getClass))
        .containsExactlyInAnyOrder(Terms.class.getPermittedSubclasses());
    DialogueState state =
        new DialogueState(
            ConversationId.draw(Rng.seeded(1)),
            "arrears",
            "asking",
            Lang.ZH,
            Channel.CHAT,
            Optional.of(ContactPointId.draw(Rng.seeded(2))),
            4,
            true,
            1,
            new Slots(
                Optional.of(sum),
                Optional.of(DAY),
                Optional.of(new Slots.Stretch(DAY, DAY.plusDays(3))),
                true,
                1,
                Optional.of(3),
                Optional.of(sum),
                Optional.of(WHEN),
                Optional.of(DAY),
                Optional.of(15),
                Optional.of(DAY)),
            Optional.of(Topic.EXTENSION),
            Optional.of(terms.getLast()),
            Set.of("plan"),
            terms,
            Set.of(Mark.VERIFIED, Mark.HARDSHIP),
            1,
            2,
            Set.of("start"),
            List.of(new ScoredIntent(Intent.ASK_AMOUNT, 0.75)),
            Set.of("ask_when"),
            "ask_when",
            Optional.of(Disposition.PROMISE),
            Optional.of(HandoverReason.HARDSHIP),
            new Mood(3, 0.5, 0.25, Emotion.Feeling.ANGRY));
    assertThat(States.read(States.write(state))).isEqualTo(state);
  }
}
