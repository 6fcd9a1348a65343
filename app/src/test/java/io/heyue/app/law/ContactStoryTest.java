package io.heyue.app.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.heyue.core.audit.Canonical;
import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Licence;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Relation;
import io.heyue.core.law.ConsentKind;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.ContactFacts.Notice;
import io.heyue.core.law.LenderPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContactStoryTest {
  private static final ContactFacts FULL =
      new ContactFacts(
          Instant.parse("2026-11-23T02:25:00.123456Z"),
          Channel.CALL,
          Purpose.OUTREACH,
          new ContactFacts.Seat("CN", Licence.MICRO_LOAN, Optional.of("甲机构")),
          new ContactFacts.Addressee(
              "CN-65", ZoneId.of("Asia/Urumqi"), Relation.GUARANTOR, Set.of("vulnerable")),
          new ContactFacts.Point("p1", NumberSource.BUREAU_AUTHORISED),
          new ContactFacts.Debt(
              "d1",
              "经营贷",
              LocalDate.of(2026, 10, 1),
              true,
              Map.of(Notice.ASSIGNMENT, LocalDate.of(2026, 9, 1)),
              Optional.of(Rate.parse("0.18")),
              Optional.of(LocalDate.of(2025, 1, 1))),
          new ContactFacts.Consents(Set.of(ConsentKind.AGREED_HOURS), Set.of(ConsentKind.SMS)),
          Set.of(HoldKind.DISPUTE),
          List.of(
              new ContactFacts.Trace(
                  Instant.parse("2026-11-22T02:00:00Z"), Channel.SMS, "p1", null),
              new ContactFacts.Trace(
                  Instant.parse("2026-11-21T02:00:00Z"), Channel.CALL, "p1", false, false)),
          new LenderPolicy(OptionalInt.of(3), OptionalInt.empty(), OptionalInt.of(5), true));

  private static final ContactFacts BARE =
      new ContactFacts(
          Instant.parse("2026-11-23T02:25:00Z"),
          Channel.SMS,
          Purpose.OUTREACH,
          new ContactFacts.Seat(null, null, Optional.empty()),
          new ContactFacts.Addressee(null, null, null, Set.of()),
          new ContactFacts.Point("", null),
          new ContactFacts.Debt("", null, null, null, Map.of(), Optional.empty(), Optional.empty()),
          null,
          null,
          null,
          LenderPolicy.NONE);

  @Test
  void everythingThatWasKnownIsTold() {
    assertThat(String.join("\n", new ContactStory(Lang.ZH).of(FULL)))
        .contains(
            "2026-11-23 08:25（当地时间，Asia/Urumqi）以电话联系担保人，目的：主动触达",
            "小额贷款公司（CN）",
            "甲机构",
            "来源：授权征信查询",
            "时效自 2026-10-01 起算；债权是否转让：是",
            "暂停事由：争议；已同意：约定时间；已撤回：短信",
            "2 次",
            "2026-11-22 08:00 短信（是否联系到不明，按联系到计）；2026-11-21 08:00 电话（未联系到）");
    assertThat(String.join("\n", new ContactStory(Lang.EN).of(FULL)))
        .contains(
            "by telephone, to guarantor",
            "by the agency",
            "a bureau, with authorisation",
            "took back: text message");
  }

  @Test
  void whatWasNotKnownIsToldAsSuch() {
    assertThat(String.join("\n", new ContactStory(Lang.ZH).of(BARE)))
        .contains("来源：不明", "此前的联系记录不明", "暂停事由：不明");
    assertThat(String.join("\n", new ContactStory(Lang.EN).of(BARE))).contains("not known");
  }

  @Test
  void whatTheLedgerKeepsIsReadBackAsItWas() {
    for (ContactFacts facts : List.of(FULL, BARE)) {
      String payload = "{\"facts\":" + Canonical.text(facts) + "}";
      assertThat(Recorded.facts(payload)).contains(facts);
    }
    assertThat(Recorded.facts("{\"facts\":{\"attempts\":2}}")).isEmpty();
    assertThat(Recorded.facts("no json")).isEmpty();
  }
}
