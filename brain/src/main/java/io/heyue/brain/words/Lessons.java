package io.heyue.brain.words;

import io.heyue.brain.file.Sha256;
import io.heyue.brain.file.Yaml;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Rng;
import io.heyue.core.words.Normaliser;
import io.heyue.core.words.Offence;
import io.heyue.core.words.Sentences;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the examples of a language and makes lessons of them. Beside {@code data/words} it learns
 * from what borrowers say in {@code data/lexicon}, which may be said, but for what they say in
 * anger.
 */
final class Lessons {
  /** So many wordings are drawn of an example with places. */
  private static final int MOST = 10;

  /** What borrowers say counts less: nobody is judged by it. */
  private static final float OVERHEARD = 0.1f;

  /**
   * One in so many forbidden examples is learned hidden, too, and one in so many written in haste.
   */
  private static final int HIDDEN = 3;

  private static final int HASTY = 6;

  private static final float DISGUISED = 0.5f;

  /** One in so many is learned beside another, and one in so many after a leading clause. */
  private static final int JOINED = 3;

  private static final int LED = 2;

  /** Phrases that are said by telephone alone. */
  private static final String SPOKEN = "phone.yaml";

  private static final Set<String> IN_ANGER =
      Set.of(
          "abusive",
          "suspect_fraud",
          "complain",
          "refuse_to_pay",
          "stop_contact",
          "distress",
          "ask_consequence",
          "unclear",
          "legal_representation");

  private final Normaliser normaliser;
  private final Rng rng;
  private final Disguise disguise;
  private final Lang lang;
  private final List<Lesson> lessons = new ArrayList<>();
  private int family;

  private Lessons(Normaliser normaliser, Disguise disguise, Lang lang, Rng rng) {
    this.normaliser = normaliser;
    this.disguise = disguise;
    this.lang = lang;
    this.rng = rng;
  }

  static List<Lesson> read(Path data, Lang lang, Normaliser normaliser, long seed) {
    Rng rng = Rng.seeded(seed);
    Lessons all = new Lessons(normaliser, new Disguise(TableReader.read(data), rng), lang, rng);
    for (Path file : Sha256.yamlFiles(folder(data, lang).resolve("examples"))) {
      all.read(Yaml.read(file));
    }
    for (Path file : Sha256.yamlFiles(data.resolve("lexicon/" + lang.code() + "/intents"))) {
      Yaml.read(file).elements().forEach(all::overhear);
    }
    for (Path file : Sha256.yamlFiles(data.resolve("phrases/" + lang.code()))) {
      if (!file.endsWith(SPOKEN)) {
        Yaml.read(file).entries().forEach(phrase -> all.approve(phrase.getValue()));
      }
    }
    all.suggest(Yaml.read(folder(data, lang).resolve("suggestions.yaml")));
    all.joined(
        Yaml.read(folder(data, lang).resolve("leads.yaml"))
            .elements()
            .map(lead -> normaliser.normalise(lead.text()).text())
            .toList());
    return List.copyOf(all.lessons);
  }

  static Path folder(Path data, Lang lang) {
    return data.resolve("words").resolve(lang.code());
  }

  private void read(Yaml file) {
    String category = file.field("category").text();
    Optional<Offence> offence = Offence.find(category);
    if (offence.isEmpty() && file.field("forbidden").elements().findAny().isPresent()) {
      throw new IllegalArgumentException(
          "File "
              + file.file()
              + " names the category '"
              + category
              + "', which is none of the offences. Maybe a typo.");
    }
    file.field("forbidden").elements().forEach(example -> add(example.text(), offence));
    file.field("permitted").elements().forEach(example -> add(example.text(), Optional.empty()));
  }

  private void add(String written, Optional<Offence> offence) {
    Set<String> wordings = Variety.of(written, MOST, rng);
    float weight = (float) (1 / Math.sqrt(wordings.size()));
    wordings.forEach(wording -> lesson(wording, offence, weight));
    String one = wordings.iterator().next();
    if (offence.isPresent() && rng.nextInt(HIDDEN) == 0) {
      lesson(disguise.hidden(one, lang), offence, DISGUISED);
    } else if (rng.nextInt(HASTY) == 0) {
      lesson(disguise.hasty(one, lang), offence, DISGUISED);
    }
    family++;
  }

  private void lesson(String wording, Optional<Offence> offence, float weight) {
    lessons.add(
        new Lesson(
            normaliser.normalise(wording.replace("{lender}", "和约银行")).text(),
            offence,
            family,
            weight));
  }

  /**
   * The lender's approved wordings may be said, whole and sentence by sentence. Those for the
   * telephone are no lessons: they say in other words what stands here already, would weigh so much
   * that offences are missed, and need none, since {@link Approved} knows each of their sentences.
   */
  private void approve(Yaml phrase) {
    Phrasebook.written(phrase, "一")
        .forEach(text -> {
          lesson(text, Optional.empty(), 1);
          String plain = normaliser.normalise(text).text();
          Sentences.of(plain).forEach(each -> lesson(each.of(plain).strip(), Optional.empty(), 1));
          family++;
        });
  }

  /** What is suggested may be said. */
  private void suggest(Yaml file) {
    approve(file.field("way_out"));
    file.field("categories")
        .entries()
        .flatMap(category -> category.getValue().elements())
        .map(counsel -> counsel.field("say"))
        .filter(say -> say.findText().isPresent())
        .forEach(this::approve);
  }

  private void overhear(Yaml intent) {
    if (IN_ANGER.contains(intent.field("id").text())) {
      return;
    }
    intent
        .field("examples")
        .elements()
        .forEach(example -> {
          String text = example.isMap() ? example.field("text").text() : example.text();
          lesson(text, Optional.empty(), OVERHEARD);
          family++;
        });
  }

  /** What is forbidden stays so beside what is permitted; two things permitted do, too. */
  private void joined(List<String> leads) {
    String between = lang == Lang.ZH ? "，" : ", ";
    List<Lesson> all = lessons.stream().filter(each -> each.weight() != OVERHEARD).toList();
    List<Lesson> permitted = all.stream().filter(each -> each.offence().isEmpty()).toList();
    for (Lesson lesson : all) {
      if (rng.nextInt(JOINED) == 0) {
        String other = permitted.get(rng.nextInt(permitted.size())).text();
        boolean before = rng.nextInt(3) > 0;
        beside(
            lesson,
            before ? other + between + lesson.text() : lesson.text() + between + other,
            lesson.weight() / 2);
      }
      if (rng.nextInt(LED) == 0) {
        String lead = leads.get(rng.nextInt(leads.size()));
        beside(lesson, lead + between + lesson.text(), lesson.weight());
      }
    }
  }

  private void beside(Lesson lesson, String text, float weight) {
    lessons.add(new Lesson(text, lesson.offence(), lesson.family(), weight));
  }
}
