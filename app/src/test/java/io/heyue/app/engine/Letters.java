package io.heyue.app.engine;

import io.heyue.core.base.Channel;
import io.heyue.core.base.ContactPointId;
import io.heyue.core.base.MailAddress;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.PersonId;
import io.heyue.core.base.Personal;
import io.heyue.core.base.PhoneNumber;
import io.heyue.core.base.Relation;
import io.heyue.store.outbox.DueLetters;
import io.heyue.store.records.ContactPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Letters to people who don't exist, for carriers under test. */
public final class Letters {
  /** Of a range that can't be dialled. */
  public static final PhoneNumber NUMBER = new PhoneNumber("+8610000000007");

  /** When their permits end. */
  public static final Instant END = Instant.parse("2026-11-23T12:00:00Z");

  private Letters() {}

  public static Letter text(String words) {
    return letter(Channel.SMS, NUMBER, words);
  }

  public static Letter mail(String address, String words) {
    return letter(Channel.EMAIL, new MailAddress(address), words);
  }

  private static Letter letter(Channel channel, Personal to, String words) {
    ContactPointId point = new ContactPointId(UUID.randomUUID());
    return new Letter(
        DueLetters.of(channel, point, words, END.minus(Duration.ofMinutes(10)), END),
        new ContactPoint(
            point,
            new PersonId(UUID.randomUUID()),
            Set.of(channel),
            to,
            "number",
            false,
            Relation.SELF,
            NumberSource.CONTRACT,
            Map.of()));
  }
}
