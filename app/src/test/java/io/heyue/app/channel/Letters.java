package io.heyue.app.channel;

import io.heyue.app.engine.Letter;
import io.heyue.core.base.Channel;
import io.heyue.core.base.Lang;
import io.heyue.core.base.MailAddress;
import io.heyue.core.base.PermitId;
import io.heyue.core.base.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Letters to people who don't exist, for carriers under test. */
public final class Letters {
  /** Of a range that can't be dialled. */
  public static final PhoneNumber NUMBER = new PhoneNumber("+8610000000007");

  private static final Instant END = Instant.parse("2026-11-23T12:00:00Z");

  private Letters() {}

  public static Letter text(String words) {
    return new Letter(
        UUID.randomUUID(),
        new PermitId(UUID.randomUUID()),
        Channel.SMS,
        NUMBER,
        Lang.ZH,
        words,
        Optional.empty(),
        END);
  }

  public static Letter mail(String address, String words) {
    return new Letter(
        UUID.randomUUID(),
        new PermitId(UUID.randomUUID()),
        Channel.EMAIL,
        new MailAddress(address),
        Lang.ZH,
        words,
        Optional.empty(),
        END);
  }
}
