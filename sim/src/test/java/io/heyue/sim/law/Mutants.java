package io.heyue.sim.law;

import io.heyue.core.base.Channel;
import io.heyue.core.base.HoldKind;
import io.heyue.core.base.NumberSource;
import io.heyue.core.law.CountSpan;
import io.heyue.core.law.LenderPolicy.Raise;
import io.heyue.core.law.RuleBook;
import io.heyue.core.law.RuleForm;
import io.heyue.core.law.RuleForm.ContactWindow;
import io.heyue.core.law.RuleForm.CoolingOff;
import io.heyue.core.law.RuleForm.FrequencyCap;
import io.heyue.core.law.RuleForm.HoldBar;
import io.heyue.core.law.RuleForm.Per;
import io.heyue.sim.law.house.House;
import io.heyue.sim.law.house.Judge;
import io.heyue.sim.law.house.MemoryBudget;
import io.heyue.sim.law.world.Answer;
import io.heyue.sim.law.world.Asked;
import io.heyue.sim.law.world.Asked.Past;
import io.heyue.sim.law.world.Happening.Assent;
import io.heyue.sim.law.world.Happening.Limits;
import io.heyue.sim.law.world.Happening.Outside;
import io.heyue.sim.law.world.World;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Houses that are wrong, each in one thing that somebody could get wrong. */
final class Mutants {
  private Mutants() {}

  static List<Mutant> of(RuleBook book) {
    List<Mutant> all = new ArrayList<>();
    all.addAll(hours(book));
    all.addAll(counting(book));
    all.addAll(whom(book));
    all.addAll(DecidingMutants.of(book));
    all.addAll(conditions(book));
    all.addAll(policies(book));
    all.addAll(time(book));
    all.addAll(permits(book));
    return all;
  }

  private static List<Mutant> hours(RuleBook book) {
    return List.of(
        Mutant.book(book, "hours begin one hour early", windows(-1, 0)),
        Mutant.book(book, "hours end one hour late", windows(0, 1)),
        Mutant.book(
            book,
            "agreed hours ignored",
            form ->
                form instanceof ContactWindow window
                    ? new ContactWindow(window.from(), window.to(), false)
                    : form),
        Mutant.asked(
            book,
            "hours always agreed",
            asked -> asked.with(Twisted.given(asked.assents(), Assent.AGREED_HOURS))),
        Mutant.asked(
            book,
            "the lender's clock instead of the person's",
            asked -> Twisted.zoned(asked, _ -> ZoneId.of("Asia/Shanghai"))),
        Mutant.asked(
            book,
            "no summer time",
            asked -> Twisted.zoned(asked, zone -> zone.getRules().getStandardOffset(asked.at()))),
        Mutant.asked(
            book,
            "an unknown zone taken for UTC",
            asked ->
                asked.who().zone() == null
                    ? asked.with(
                        new Asked.Who(
                            asked.who().place(),
                            ZoneOffset.UTC,
                            asked.who().relation(),
                            asked.who().flags(),
                            asked.who().decided()))
                    : asked));
  }

  private static UnaryOperator<RuleForm> windows(int from, int to) {
    return form ->
        form instanceof ContactWindow window
            ? new ContactWindow(
                window.from().plusHours(from), window.to().plusHours(to), window.agreedHours())
            : form;
  }

  private static List<Mutant> counting(RuleBook book) {
    return List.of(
        Mutant.book(
            book,
            "per number instead of per person",
            caps(cap ->
                cap.per() == Per.PERSON
                    ? new FrequencyCap(
                        cap.count(), Per.NUMBER, cap.most(), cap.span(), cap.counted(), cap.raise())
                    : cap)),
        Mutant.book(
            book,
            "one more than the cap",
            caps(cap ->
                new FrequencyCap(
                    cap.count(),
                    cap.per(),
                    cap.most() + 1,
                    cap.span(),
                    cap.counted(),
                    cap.raise()))),
        Mutant.book(
            book,
            "calls alone counted",
            caps(cap ->
                new FrequencyCap(
                    cap.count(),
                    cap.per(),
                    cap.most(),
                    cap.span(),
                    Set.of(Channel.CALL),
                    cap.raise()))),
        Mutant.book(
            book,
            "seven days as 168 hours",
            caps(cap ->
                cap.span().equals(new CountSpan.Days(7))
                    ? new FrequencyCap(
                        cap.count(),
                        cap.per(),
                        cap.most(),
                        new CountSpan.Rolling(Duration.ofDays(7)),
                        cap.counted(),
                        cap.raise())
                    : cap)),
        Mutant.book(
            book,
            "the quiet week is a day short",
            form ->
                form instanceof CoolingOff cooling
                    ? new CoolingOff(cooling.days() - 1, cooling.channels())
                    : form),
        Mutant.caps(
            book,
            "the day of UTC instead of the person's",
            asked -> Twisted.zoned(asked, _ -> ZoneOffset.UTC)),
        Mutant.past(
            book,
            "only contacts of the same agency counted",
            (asked, past) ->
                past.by().equals(Objects.requireNonNullElse(asked.seat().agency(), ""))
                    ? Optional.of(past)
                    : Optional.empty()),
        Mutant.past(
            book,
            "unknown outcomes counted as not reached",
            (_, past) ->
                Optional.of(past.effective() == null ? Twisted.unreached(past, past.at()) : past)),
        Mutant.past(
            book,
            "contacts of others at a shared number not counted",
            (_, past) -> past.own() ? Optional.of(past) : Optional.empty()),
        Mutant.budget(
            book,
            "what an agency reports not counted",
            judge ->
                new MemoryBudget(judge) {
                  @Override
                  public void report(Outside outside, World.Point point) {}
                }),
        Mutant.past(
            book,
            "contacts of the last ten minutes not counted",
            (asked, past) ->
                past.at().isAfter(asked.at().minus(Duration.ofMinutes(10)))
                    ? Optional.empty()
                    : Optional.of(past)));
  }

  private static UnaryOperator<RuleForm> caps(UnaryOperator<FrequencyCap> change) {
    return form -> form instanceof FrequencyCap cap ? change.apply(cap) : form;
  }

  private static List<Mutant> whom(RuleBook book) {
    return List.of(
        Mutant.part(
            book,
            "proof of lost contact from the same day",
            form -> form instanceof RuleForm.ThirdParty,
            asked -> asked.after(Twisted.dayBefore(asked.past()))),
        Mutant.book(
            book,
            "two dials show that somebody is lost",
            form ->
                form instanceof RuleForm.ThirdParty third
                    ? new RuleForm.ThirdParty(
                        third.relations(),
                        2,
                        third.unreachableDays(),
                        third.proofs(),
                        third.refusals())
                    : form),
        Mutant.past(
            book,
            "calls to anybody show that the debtor is lost",
            (_, past) ->
                Optional.of(
                    new Past(
                        past.at(),
                        past.channel(),
                        past.number(),
                        past.effective(),
                        past.own(),
                        past.by(),
                        null,
                        past.made()))),
        Mutant.asked(
            book,
            "a refusal forgotten",
            asked -> Twisted.flagged(asked, flags -> flags.remove("contact_refused"))),
        Mutant.without(
            book, "anybody may be collected from", "CN-GBT-03", "CN-GBT-04", "CN-CBA-04"),
        Mutant.without(book, "special people are for machines too", "CN-GBT-08"));
  }

  private static List<Mutant> conditions(RuleBook book) {
    return List.of(
        Mutant.book(
            book,
            "complaints hold nothing back",
            form -> {
              if (!(form instanceof HoldBar bar)) {
                return form;
              }
              Set<HoldKind> holds = new HashSet<>(bar.holds());
              holds.remove(HoldKind.COMPLAINT);
              return new HoldBar(holds);
            }),
        Mutant.of(
            book, "a withdrawal seen a day late", world -> Wrong.late(Mutant.right(book, world))),
        Mutant.asked(
            book,
            "an unknown source taken for the contract",
            asked ->
                asked.point().source() == null
                    ? asked.with(new Asked.Point(asked.point().number(), NumberSource.CONTRACT))
                    : asked),
        Mutant.without(book, "assignment without notice", "CN-CC546"),
        Mutant.book(
            book,
            "limitation after four years",
            form ->
                form instanceof RuleForm.LimitationGate gate
                    ? new RuleForm.LimitationGate(Period.ofYears(4), gate.contacts())
                    : form),
        Mutant.asked(
            book,
            "holds that aren't known taken for none",
            asked -> asked.holds() == null ? asked.held(Set.of()) : asked),
        Mutant.asked(
            book,
            "only the law of the lender's seat",
            asked ->
                asked.with(
                    new Asked.Who(
                        asked.seat().place(),
                        asked.who().zone(),
                        asked.who().relation(),
                        asked.who().flags(),
                        asked.who().decided()))));
  }

  private static List<Mutant> policies(RuleBook book) {
    return List.of(
        Mutant.asked(
            book,
            "a policy that nobody signed taken",
            asked -> {
              Limits limits = asked.limits();
              return asked.under(
                  new Limits(limits.triesDay(), limits.reachedDay(), limits.reachedWeek(), true));
            }),
        Mutant.book(
            book,
            "a policy above the law taken",
            caps(cap ->
                new FrequencyCap(
                    cap.count(),
                    cap.per(),
                    cap.most(),
                    cap.span(),
                    cap.counted(),
                    cap.raise().map(raise -> new Raise(raise.by(), 99))))),
        Mutant.asked(book, "a stricter policy ignored", asked -> asked.under(Limits.NONE)));
  }

  private static List<Mutant> time(RuleBook book) {
    return List.of(
        Mutant.of(
            book,
            "yesterday's rule used today",
            world -> Mutant.right(book, Wrong.amended(world, change -> change.from().plusDays(1)))),
        Mutant.of(
            book,
            "tomorrow's rule used today",
            world ->
                Mutant.right(book, Wrong.amended(world, change -> change.from().minusDays(1)))),
        new Mutant("today's rule used for yesterday", world -> Wrong.byTheWall(book, world)),
        Mutant.answer(
            book,
            "lawful a minute before it is",
            (_, answer) ->
                new Answer(
                    answer.until(),
                    answer.rules(),
                    answer.lawfulFrom().map(when -> when.minusSeconds(60)),
                    answer.person())),
        Mutant.answer(
            book,
            "lawful an hour after it is",
            (_, answer) ->
                new Answer(
                    answer.until(),
                    answer.rules(),
                    answer.lawfulFrom().map(when -> when.plusSeconds(3600)),
                    answer.person())));
  }

  private static List<Mutant> permits(RuleBook book) {
    return List.of(
        Mutant.answer(
            book,
            "a permit outlives the hours",
            (asked, answer) ->
                answer.permitted()
                    ? Answer.permitted(asked.at().plus(Duration.ofMinutes(10)))
                    : answer),
        Mutant.budget(book, "a permit used twice", Wrong.Reusing::new),
        Mutant.budget(book, "a permit used after its end", Wrong.Endless::new),
        Mutant.budget(book, "a retry judged anew", Wrong.Forgetful::new),
        Mutant.of(
            book,
            "nothing asked again before a contact is made",
            world -> {
              Judge right = Mutant.right(book, world);
              return new Judge() {
                @Override
                public Answer permit(Asked asked) {
                  return right.permit(asked);
                }

                @Override
                public List<String> against(Asked asked) {
                  return List.of();
                }
              };
            }));
  }

  /** The real one, which must pass where the others fail. */
  static Mutant none(RuleBook book) {
    return new Mutant("nothing", House.of(book));
  }
}
