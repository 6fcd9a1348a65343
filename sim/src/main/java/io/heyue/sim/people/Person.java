package io.heyue.sim.people;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rng;
import io.heyue.sim.world.Draws;
import io.heyue.sim.world.Sample;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A simulated borrower, or whoever answers in their place: reads our words, answers in their own,
 * digresses, mistypes, and remembers what they agreed to. Not thread-safe.
 */
public final class Person {
  private static final Set<Cue> TALKING_OF_MONEY =
      EnumSet.of(Cue.WHEN, Cue.READ_BACK, Cue.OFFER_EXTENSION, Cue.OFFER_PLAN, Cue.OFFER_FULL);

  /** So often somebody says what is not understood, where a key would lead on. */
  private static final int PATIENT = 2;

  /** So much that they had in mind they leave unsaid then. */
  private static final int OTHERS = 4;

  private static final List<String> QUESTIONS =
      List.of(
          "ask_sum",
          "ask_pay",
          "ask_due",
          "ask_interest",
          "ask_consequence",
          "ask_robot",
          "ask_who",
          "ask_minimum",
          "ask_which",
          "ask_statement");

  private final Persona persona;
  private final Sample sample;
  private final Wish wish;
  private final Truth truth;
  private final Manner manner;
  private final Wordings wordings;
  private final Lang lang;
  private final boolean spoken;
  private final String kin;
  private final LocalDate today;
  private final Rng rng;
  private final boolean talkative;
  private final Fingers fingers;
  private boolean digressed;
  private boolean asked;
  private Optional<Page> agreed = Optional.empty();
  private List<String> situations = List.of();

  /** Whether they are asked what they were asked before, so that they weren't understood. */
  private boolean again;

  /** How often in a row. */
  private int unheard;

  /** What was asked of them last; whoever comes back from the kettle answers that. */
  private Optional<Page> open = Optional.empty();

  Person(
      Persona persona,
      Sample sample,
      Wish wish,
      Truth truth,
      Manner manner,
      Tongue tongue,
      String kin,
      LocalDate today,
      Rng rng) {
    this.persona = persona;
    this.sample = sample;
    this.wish = wish;
    this.truth = truth;
    this.manner = manner;
    this.wordings = tongue.wordings(persona);
    this.lang = tongue.lang();
    this.spoken = tongue.spoken();
    this.kin = kin;
    this.today = today;
    this.rng = rng;
    this.fingers = new Fingers(sample, wish, rng.fork("fingers"));
    this.talkative = persona.digresses() && rng.chance(0.3);
  }

  public Persona persona() {
    return persona;
  }

  public Sample sample() {
    return sample;
  }

  public Truth truth() {
    return truth;
  }

  /** What they read when they last agreed to something. */
  public Optional<Page> agreed() {
    return agreed;
  }

  /** The situations whose words they said last; empty where they said nothing. */
  public List<String> situations() {
    return situations;
  }

  /** Every sum that they may have named. */
  public Set<Money> named() {
    return Stream.of(wish.amount(), wish.wrong(), wish.ability(), wish.overdue())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Their answer to what we wrote. */
  public Reaction answer(String words) {
    Page page = asked(Page.read(words, today), Fingers.offered(words, false));
    situations = List.of();
    Optional<Reply.Say> saidBack = SaidBack.answer(words, truth);
    if (saidBack.isPresent()) {
      return spoken && fingers.willing(words, again)
          ? presses(Fingers.yesOrNo(saidBack.get()), saidBack.get())
          : says(saidBack.get().situations());
    }
    if (digresses(page)) {
      digressed = true;
      return says(List.of(rng.chance(0.5) ? "off_topic" : "say_again"));
    }
    if (asks(page)) {
      asked = true;
      return says(List.of(Draws.one(QUESTIONS, rng)));
    }
    return react(manner.answer(page), page, words);
  }

  private Reaction react(Reply reply, Page page, String words) {
    return switch (reply) {
      case Reply.Silence _ -> new Reaction.Silent();
      case Reply.Leave _ -> new Reaction.Leaves();
      case Reply.Say say -> {
        boolean willing = spoken && fingers.willing(words, again);
        Optional<String> keys = willing ? fingers.press(page, say) : Optional.empty();
        if (willing && keys.isEmpty() && unheard >= PATIENT && rng.chance(0.8)) {
          Optional<Reply.Say> other = other(page);
          if (other.isPresent()) {
            agrees(other.get(), page);
            yield presses(fingers.press(page, other.get()).orElseThrow(), other.get());
          }
        }
        agrees(say, page);
        yield keys.isPresent() ? presses(keys.get(), say) : says(say.situations());
      }
    };
  }

  private void agrees(Reply.Say say, Page page) {
    if (say.agrees()) {
      agreed = Optional.of(page);
    }
  }

  /** Whoever was not understood twice lets a question be, and answers what is asked by a key. */
  private Optional<Reply.Say> other(Page page) {
    for (int i = 0; i < OTHERS; i++) {
      if (manner.answer(page) instanceof Reply.Say next && fingers.press(page, next).isPresent()) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  private Reaction presses(String keys, Reply.Say say) {
    situations = say.situations();
    return new Reaction.Presses(keys);
  }

  /**
   * @param keys whether keys are offered; without a question they are for the one of before
   */
  private Page asked(Page page, boolean keys) {
    boolean same = open.isPresent() && open.get().cue() == page.cue();
    again = same || (keys && open.isPresent() && page.cue() == Cue.NONE);
    unheard = again ? unheard + 1 : 0;
    if (page.cue() != Cue.NONE) {
      open = Optional.of(page);
    }
    return open.orElse(page);
  }

  private Reaction says(List<String> what) {
    situations = what;
    return new Reaction.Says(join(what));
  }

  private boolean digresses(Page page) {
    return talkative && !digressed && TALKING_OF_MONEY.contains(page.cue()) && rng.chance(0.4);
  }

  private boolean asks(Page page) {
    return persona.digresses()
        && !asked
        && TALKING_OF_MONEY.contains(page.cue())
        && rng.chance(0.15);
  }

  private String join(List<String> situations) {
    List<String> said = new ArrayList<>();
    situations.forEach(situation -> said.add(say(situation)));
    return switch (lang) {
      case ZH -> String.join("，", said);
      case EN -> String.join(". ", said);
    };
  }

  private String say(String situation) {
    List<String> ways = wordings.get(situation);
    String template = spoken && again ? ways.getFirst() : Draws.one(ways, rng);
    boolean slips =
        !spoken && persona.mistypes() && !situation.startsWith("proof") && rng.chance(0.12);
    StringBuilder words = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      int open = template.indexOf('{', at);
      int literal = open < 0 ? template.length() : open;
      String plain = template.substring(at, literal);
      words.append(slips ? Typing.slip(plain, lang, rng) : plain);
      if (open < 0) {
        break;
      }
      int close = template.indexOf('}', open);
      words.append(place(template.substring(open + 1, close)));
      at = close + 1;
    }
    return words.toString().replaceAll("\\b(on|by) (tomorrow|yesterday|the day after)", "$2");
  }

  private String day(LocalDate day) {
    return spoken ? SpokenDays.aloud(day, today, lang, rng) : SpokenDays.day(day, today, lang, rng);
  }

  private String sum(Money sum) {
    return spoken ? SpokenSums.aloud(sum, lang) : SpokenSums.say(sum, lang, rng);
  }

  private String place(String name) {
    return switch (name) {
      case "name" -> sample.name().reveal();
      case "proof" -> spoken ? SpokenSums.digits(sample.proof(), lang) : sample.proof();
      case "date" -> day(wish.day());
      case "amount" -> sum(wish.amount());
      case "wrong_day" -> day(wish.day().plusDays(3));
      case "wrong" -> sum(wish.wrong());
      case "ability" -> sum(wish.ability());
      case "count" ->
          lang == Lang.ZH && rng.chance(0.4)
              ? wish.count() == 2 ? "两" : SpokenSums.numeral(wish.count())
              : Integer.toString(wish.count());
      case "day" -> Integer.toString(wish.payDay());
      case "paid_on" -> day(wish.paidOn());
      case "time" -> SpokenDays.time(wish.callback(), today, lang, rng);
      case "kin" -> kin;
      default ->
          throw new IllegalStateException(
              "Persona " + persona.id() + " has no fact for {" + name + "}.");
    };
  }
}
