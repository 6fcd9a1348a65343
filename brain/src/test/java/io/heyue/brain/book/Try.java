package io.heyue.brain.book;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Licence;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Relation;
import io.heyue.core.law.ConsentKind;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.ContactFacts.Consents;
import io.heyue.core.law.LenderPolicy;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A contact: where, for whom, how and when. */
record Try(
    String place,
    String zone,
    Licence licence,
    Channel channel,
    int hour,
    Set<ConsentKind> consents,
    Set<HoldKind> holds,
    Set<String> flags) {
  ContactFacts facts() {
    return new ContactFacts(
        LocalDateTime.of(LawfulContactTest.DAY, LocalTime.of(hour, 0))
            .atZone(ZoneId.of(zone))
            .toInstant(),
        channel,
        Purpose.OUTREACH,
        new ContactFacts.Seat(place, licence, Optional.empty()),
        new ContactFacts.Addressee(place, ZoneId.of(zone), Relation.SELF, flags),
        new ContactFacts.Point("number-1", NumberSource.CONTRACT),
        new ContactFacts.Debt(
            "debt-1",
            "personal loan",
            LawfulContactTest.DAY.minusDays(40),
            false,
            Map.of(),
            Optional.of(Rate.parse("0.12")),
            Optional.of(LocalDate.of(2026, 1, 5))),
        new Consents(consents, Set.of()),
        holds,
        List.of(),
        LenderPolicy.NONE);
  }
}
