package io.heyue.core.samples;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Licence;
import io.heyue.core.base.NumberSource;
import io.heyue.core.base.Purpose;
import io.heyue.core.base.Rate;
import io.heyue.core.base.Relation;
import io.heyue.core.law.Citation;
import io.heyue.core.law.Confidence;
import io.heyue.core.law.ContactFacts;
import io.heyue.core.law.Kind;
import io.heyue.core.law.LenderPolicy;
import io.heyue.core.law.Rule;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleId;
import io.heyue.core.law.Scope;
import io.heyue.core.law.StandingForm;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A few rules of each form, and a contact that breaks none of them. */
public final class SampleLaw {
  public static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
  public static final Scope EVERYTHING = new Scope(Set.of(), Set.of(), Set.of(), Set.of());

  /** Whoever writes to us chose the hour. */
  public static final Scope NOT_REPLIES =
      new Scope(
          Set.of(),
          Set.of(),
          Set.of(Purpose.OUTREACH, Purpose.CONFIRMATION, Purpose.LOCATE),
          Set.of());

  private SampleLaw() {}

  public static RuleBook book() {
    return book(rules());
  }

  public static RuleBook book(List<Rule> rules) {
    return new RuleBook("sample law 1", rules);
  }

  public static RuleBook book(Rule... rules) {
    return book(List.of(rules));
  }

  /** The sample rules and {@code more}. */
  public static RuleBook bookWith(Rule... more) {
    List<Rule> rules = new ArrayList<>(rules());
    rules.addAll(List.of(more));
    return book(rules);
  }

  public static Rule rule(String id, RuleForm form) {
    return rule(id, 1, "CN", LONG_AGO, null, EVERYTHING, form);
  }

  public static Rule rule(
      String id,
      int version,
      String place,
      LocalDate from,
      @Nullable LocalDate to,
      Scope scope,
      RuleForm form) {
    return new Rule(
        new RuleId(id, version),
        from,
        Optional.ofNullable(to),
        place,
        scope,
        form,
        new Citation("Sample Code", "art. " + version, ""),
        Confidence.H,
        Kind.HARD,
        Map.of(Lang.EN, id));
  }

  /** The same rule where it only warns. */
  public static Rule warning(Rule rule) {
    return new Rule(
        rule.id(),
        rule.from(),
        rule.to(),
        rule.place(),
        rule.scope(),
        rule.form(),
        rule.citation(),
        rule.confidence(),
        Kind.WARN,
        rule.plain(),
        rule.remedy());
  }

  public static RuleForm.ContactWindow window() {
    return new RuleForm.ContactWindow(LocalTime.of(8, 0), LocalTime.of(22, 0), true);
  }

  /** Two tries a number and day. */
  public static RuleForm.FrequencyCap triesADay() {
    return new RuleForm.FrequencyCap(
        RuleForm.Count.ATTEMPTS, RuleForm.Per.NUMBER, 2, 1, Set.of(Channel.CALL, Channel.SMS));
  }

  private static List<Rule> rules() {
    return List.of(
        rule("CN-WINDOW", 1, "CN", LONG_AGO, null, NOT_REPLIES, window()),
        rule("CN-TRIES", 1, "CN", LONG_AGO, null, NOT_REPLIES, triesADay()),
        rule(
            "CN-HOLDS",
            1,
            "CN",
            LONG_AGO,
            null,
            NOT_REPLIES,
            new RuleForm.HoldBar(EnumSet.allOf(HoldKind.class))),
        rule("CN-DECEASED", new RuleForm.HoldBar(Set.of(HoldKind.DECEASED))),
        rule(
            "CN-ASKING",
            new RuleForm.HoldBar(
                Set.of(HoldKind.DISPUTE, HoldKind.DECEASED, HoldKind.DISTRESS, HoldKind.STOP),
                true)),
        rule("CN-CONSENT", new RuleForm.ConsentNeeded(true)),
        rule(
            "CN-SOURCE",
            1,
            "CN",
            LONG_AGO,
            null,
            NOT_REPLIES,
            new RuleForm.LawfulSource(Set.of(NumberSource.CONTRACT))),
        rule("CN-ADDRESSEE", new RuleForm.Addressee(Set.of(Relation.SELF, Relation.GUARANTOR))),
        rule("CN-ASSIGNED", new RuleForm.NoticeGate(ContactFacts.Notice.ASSIGNMENT)),
        rule(
            "CN-OPENING",
            new RuleForm.Disclosure(
                Set.of(RuleForm.Duty.IDENTITY, RuleForm.Duty.ARTIFICIAL, RuleForm.Duty.PERSON))),
        rule(
            "CN-THREAT",
            new RuleForm.ForbiddenWords("threat", List.of(Pattern.compile("后果自负|上门抓|坐牢")))),
        rule(
            "CN-DECEIT",
            new RuleForm.ForbiddenWords("deceit", List.of(Pattern.compile("公安局|法院的")))),
        rule(
            "CN-RIGHT-PARTY",
            new RuleForm.RightPartyFirst(List.of(Pattern.compile("欠|逾期|还款|贷款|overdue")))),
        rule(
            "CN-CREDIT",
            new RuleForm.FactGate(
                RuleForm.Statement.CREDIT_REPORTING, List.of(Pattern.compile("征信")))),
        rule(
            "CN-LAWSUIT",
            new RuleForm.FactGate(RuleForm.Statement.LAWSUIT, List.of(Pattern.compile("起诉")))),
        rule("CN-LIMIT", new RuleForm.LimitationGate(Period.ofYears(3))),
        rule("CN-PLAN", new StandingForm.PlanBound(60)));
  }

  /** A call that is lawful under {@link #book()}. */
  public static ContactFacts facts() {
    return at(Samples.NOW);
  }

  public static ContactFacts at(Instant at) {
    return new Contact().at(at).facts();
  }

  /** The facts of a contact, to be changed one at a time. */
  public static final class Contact {
    private Instant at = Samples.NOW;
    private Channel channel = Channel.CALL;
    private Purpose purpose = Purpose.OUTREACH;
    private String lenderPlace = "CN";
    private @Nullable String personPlace = "CN";
    private @Nullable ZoneId zone = Samples.SHANGHAI;
    private @Nullable Relation relation = Relation.SELF;
    private @Nullable NumberSource source = NumberSource.CONTRACT;
    private @Nullable Boolean consent = null;
    private boolean agreedHours = false;
    private @Nullable Set<HoldKind> holds = Set.of();
    private @Nullable Boolean assigned = false;
    private @Nullable LocalDate notice = null;
    private @Nullable List<ContactFacts.Trace> history = List.of();
    private @Nullable Licence licence = Licence.CONSUMER_FINANCE;
    private Optional<String> agency = Optional.empty();
    private Set<String> flags = Set.of();
    private Set<String> decided = Set.of();
    private String number = "number-1";
    private @Nullable String product = "消费贷";
    private @Nullable LocalDate limitationFrom = LocalDate.of(2026, 10, 1);
    private @Nullable LocalDate placementNotice = null;
    private ContactFacts.@Nullable Consents consents = null;
    private boolean consentsKnown = true;
    private LenderPolicy policy = LenderPolicy.NONE;
    private Optional<Rate> price = Optional.empty();

    public Contact price(String value) {
      price = Optional.of(Rate.parse(value));
      return this;
    }

    public Contact licence(@Nullable Licence value) {
      licence = value;
      return this;
    }

    public Contact agency(String value, @Nullable LocalDate told) {
      agency = Optional.of(value);
      placementNotice = told;
      return this;
    }

    public Contact flags(String... value) {
      flags = Set.of(value);
      return this;
    }

    /** Flags that a person decided on. */
    public Contact decided(String... value) {
      decided = Set.of(value);
      return this;
    }

    public Contact number(String value) {
      number = value;
      return this;
    }

    public Contact product(@Nullable String value) {
      product = value;
      return this;
    }

    public Contact limitationFrom(@Nullable LocalDate value) {
      limitationFrom = value;
      return this;
    }

    public Contact consents(ContactFacts.Consents value) {
      consents = value;
      return this;
    }

    public Contact consentsUnknown() {
      consentsKnown = false;
      return this;
    }

    public Contact holdsUnknown() {
      holds = null;
      return this;
    }

    public Contact policy(LenderPolicy value) {
      policy = value;
      return this;
    }

    private ContactFacts.@Nullable Consents known() {
      if (!consentsKnown) {
        return null;
      }
      return consents == null ? ContactFacts.Consents.to(channel, consent, agreedHours) : consents;
    }

    private Map<ContactFacts.Notice, LocalDate> notices() {
      Map<ContactFacts.Notice, LocalDate> notices = new EnumMap<>(ContactFacts.Notice.class);
      if (notice != null) {
        notices.put(ContactFacts.Notice.ASSIGNMENT, notice);
      }
      if (placementNotice != null) {
        notices.put(ContactFacts.Notice.PLACEMENT, placementNotice);
      }
      return notices;
    }

    public Contact at(Instant value) {
      at = value;
      return this;
    }

    public Contact by(Channel value) {
      channel = value;
      return this;
    }

    public Contact purpose(Purpose value) {
      purpose = value;
      return this;
    }

    public Contact places(String lender, @Nullable String person) {
      lenderPlace = lender;
      personPlace = person;
      return this;
    }

    public Contact zone(@Nullable ZoneId value) {
      zone = value;
      return this;
    }

    public Contact relation(@Nullable Relation value) {
      relation = value;
      return this;
    }

    public Contact source(@Nullable NumberSource value) {
      source = value;
      return this;
    }

    public Contact consent(@Nullable Boolean value) {
      consent = value;
      return this;
    }

    public Contact agreedHours() {
      agreedHours = true;
      return this;
    }

    public Contact holds(HoldKind... value) {
      holds = Set.of(value);
      return this;
    }

    public Contact assigned(@Nullable Boolean value, @Nullable LocalDate told) {
      assigned = value;
      notice = told;
      return this;
    }

    public Contact history(ContactFacts.Trace... value) {
      history = List.of(value);
      return this;
    }

    public Contact historyUnknown() {
      history = null;
      return this;
    }

    public ContactFacts facts() {
      return new ContactFacts(
          at,
          channel,
          purpose,
          new ContactFacts.Seat(lenderPlace, licence, agency),
          new ContactFacts.Addressee(personPlace, zone, relation, flags, decided),
          new ContactFacts.Point(number, source),
          new ContactFacts.Debt(
              "debt-1", product, limitationFrom, assigned, notices(), price, Optional.empty()),
          known(),
          holds,
          history,
          policy);
    }
  }
}
