package io.heyue.app.cli;

import io.heyue.app.installation.Checkout;
import io.heyue.app.installation.Installation;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.installation.Storehouse;
import io.heyue.app.models.Hearing;
import io.heyue.app.models.Moved;
import io.heyue.brain.encoder.ModelListener;
import io.heyue.brain.model.Registry;
import io.heyue.brain.model.Registry.Standing;
import io.heyue.brain.model.Skill;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.understanding.Drift;
import io.heyue.core.understanding.Heard;
import io.heyue.core.understanding.Understanding;
import io.heyue.store.labels.ShadowCounts;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** What can be done with the models that an installation trained for itself. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = {
      "The models by which people are understood: which versions there are (./heyue train",
      "--from-labels makes them), which is used, what another would have made of the same words,",
      "and how far what is heard has moved. What is changed here counts from the next start on.",
      "The phone's models, which are too large to stand beside the code, are named by models list",
      "too; models add fetches one, models verify looks at the hashes of their files."
    })
final class ModelsCommand implements Runnable {
  private static final Skill SKILL = Skill.SPEECH;

  private final Map<String, String> environment;

  @Option(names = "--demo", scope = ScopeType.INHERIT, description = "Of the demonstration.")
  private boolean demo;

  @Option(
      names = "--format",
      scope = ScopeType.INHERIT,
      description = "text or json. Default: text.")
  private ModelsPrint.Format format = ModelsPrint.Format.TEXT;

  ModelsCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public void run() {
    throw new Misused(
        "What of the models? Maybe: models list, show VERSION, shadow VERSION, promote VERSION,"
            + " rollback, drift; of the phone's: add MODEL, or verify.");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Say which versions there are, and which are used.")
  int list() {
    Registry registry = registry();
    print(
        Stream.of(Lang.values())
            .map(lang ->
                new ModelsPrint.Shelf(
                    SKILL.of(lang), registry.list(SKILL, lang), registry.standing(SKILL, lang)))
            .toList());
    return CommandLineDoor.DONE;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = {
        "Say of a version what it was made of, how it did beside the one that was used, and what it",
        "made of people's words while it read in the shadow."
      })
  int show(@Parameters(paramLabel = "VERSION", description = "See models list.") String version) {
    Registry registry = registry();
    Lang lang = lang(registry, version);
    List<ShadowCounts.Count> counts;
    try (Storehouse store = store()) {
      counts =
          store.database().transactor().get(sql -> new ShadowCounts().of(sql, "speech@" + version));
    }
    print(
        ModelsPrint.Version.read(
            SKILL.of(lang), version, registry.of(SKILL, lang, version), lang, counts));
    return CommandLineDoor.DONE;
  }

  @Command(
      name = "shadow",
      mixinStandardHelpOptions = true,
      description = {
        "Have a version read beside the one that is used: its answers are counted and never used.",
        "--off ends that."
      })
  int shadow(
      @Parameters(paramLabel = "VERSION", arity = "0..1", description = "See models list.")
          @Nullable String version,
      @Option(names = "--off", description = "Nothing reads in the shadow any more.") boolean off,
      @Option(names = "--lang", description = "With --off: of this language alone.")
          @Nullable String only) {
    if (off == (version != null)) {
      throw new Misused("Name a VERSION, or say --off.");
    }
    Registry registry = registry();
    if (version == null) {
      List<Lang> langs = only == null ? List.of(Lang.values()) : List.of(Question.lang(only));
      langs.forEach(lang -> registry.shadow(SKILL, lang, Optional.empty()));
      System.out.println(
          "Nothing"
              + (only == null ? "" : " of " + SKILL.of(langs.getFirst()))
              + " reads in the shadow from the next start on.");
      return CommandLineDoor.DONE;
    }
    Lang lang = lang(registry, version);
    if (only != null && Question.lang(only) != lang) {
      throw new Misused(
          version + " is of " + SKILL.of(lang) + ", not of " + only + ". Maybe leave --lang out.");
    }
    if (registry.standing(SKILL, lang).used().equals(Optional.of(version))) {
      throw new Misused(
          version + " is the one that is used: it would read beside itself. Maybe name another.");
    }
    tryOut(lang, version);
    registry.shadow(SKILL, lang, Optional.of(version));
    System.out.println(
        version + " of " + SKILL.of(lang) + " reads in the shadow from the next start on.");
    return CommandLineDoor.DONE;
  }

  @Command(
      name = "promote",
      mixinStandardHelpOptions = true,
      description =
          "Use a version from the next start on. It is loaded first, to see that it can be.")
  int promote(
      @Parameters(paramLabel = "VERSION", description = "See models list.") String version) {
    Registry registry = registry();
    Lang lang = lang(registry, version);
    tryOut(lang, version);
    registry.promote(SKILL, lang, version);
    System.out.println(version + " of " + SKILL.of(lang) + " is used from the next start on.");
    return CommandLineDoor.DONE;
  }

  @Command(
      name = "rollback",
      mixinStandardHelpOptions = true,
      description = {
        "Use again, from the next start on, what was used before the last promotion; at last what",
        "the build made."
      })
  int rollback(
      @Option(names = "--lang", description = "zh or en; needed where both were promoted.")
          @Nullable String of) {
    Registry registry = registry();
    Lang lang = of == null ? onlyPromoted(registry) : Question.lang(of);
    Standing wanted = registry.afterRollback(SKILL, lang);
    if (wanted.used().isPresent()) {
      tryGoingBack(registry, lang, wanted);
    }
    Standing after = registry.rollback(SKILL, lang);
    System.out.println(
        after.used().orElse("What the build made")
            + " of "
            + SKILL.of(lang)
            + " is used from the next start on.");
    return CommandLineDoor.DONE;
  }

  @Command(
      name = "drift",
      mixinStandardHelpOptions = true,
      description = {
        "Say how far what was heard in the last seven days has moved from the week of reference, as",
        "population stability index of intents and of sureness: below 0.1 nothing to speak of; from",
        "0.25 on other people speak than the model was taken into use for (exit code 3)."
      })
  int drift(
      @Option(
              names = "--reference",
              paramLabel = "DATE",
              description = "First day of the week of reference. Default: the model's first.")
          @Nullable String reference) {
    Instant now = InstantSource.system().instant();
    Optional<Instant> from = Optional.ofNullable(reference).map(each -> day(each, now));
    List<ModelsPrint.Drifted> found = new ArrayList<>();
    try (Storehouse store = store()) {
      for (Lang lang : Lang.values()) {
        found.add(
            new ModelsPrint.Drifted(
                lang, store.database().transactor().get(sql -> Moved.of(sql, lang, from, now))));
      }
    }
    print(found);
    boolean other =
        found.stream()
            .flatMap(each -> each.moved().stream())
            .anyMatch(moved -> moved.most() >= Drift.ANOTHER_POPULATION);
    return other ? CommandLineDoor.FOUND_WRONG : CommandLineDoor.DONE;
  }

  private static Instant day(String text, Instant now) {
    Instant day;
    try {
      day = LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new Misused("--reference " + text + " is no day. Maybe 2026-11-23 was meant.");
    }
    if (day.isAfter(now)) {
      throw new Misused(
          "--reference " + text + " lies in the future. Maybe a day of another year was meant.");
    }
    return day;
  }

  private void print(Object what) {
    System.out.print(ModelsPrint.of(what, format));
  }

  private void tryOut(Lang lang, String version) {
    fault(lang, version)
        .ifPresent(why -> {
          throw new Stopped(
              version + " can't be used: " + why + " Maybe take another, or train it anew.");
        });
  }

  /** The same for what a rollback would use; names what else there is where that can't be. */
  private void tryGoingBack(Registry registry, Lang lang, Standing wanted) {
    String version = wanted.promoted().getLast();
    Optional<String> why = fault(lang, version);
    if (why.isEmpty()) {
      return;
    }
    Optional<String> used = registry.standing(SKILL, lang).used();
    Optional<String> earlier =
        wanted.promoted().reversed().stream()
            .distinct()
            .filter(each -> !each.equals(version) && !used.equals(Optional.of(each)))
            .filter(each -> registry.list(SKILL, lang).contains(each))
            .filter(each -> fault(lang, each).isEmpty())
            .findFirst();
    throw new Stopped(
        version
            + " can't be used: "
            + why.get()
            + " Nothing was changed. "
            + earlier
                .map(
                    each -> "Before it " + each + " was used. Maybe ./heyue models promote " + each)
                .orElseGet(() ->
                    "Maybe delete "
                        + registry.of(SKILL, lang, version)
                        + " and roll back again: what is gone is passed over")
            + ".");
  }

  /**
   * Loads it as the next start will, and lets it read, so that nothing is promoted that keeps the
   * server down.
   *
   * @return why it can't be used; empty where it can
   */
  private Optional<String> fault(Lang lang, String version) {
    try (ModelListener loaded =
        Hearing.of(Checkout.find(), installation().folder()).with(lang, version)) {
      Understanding said =
          loaded.understand(
              new Heard(
                  UnderstandCommand.ordinary(lang),
                  Optional.of(lang),
                  Optional.empty(),
                  Instant.EPOCH.atZone(ZoneOffset.UTC),
                  Money.CNY));
      return said.provenance().model().equals("speech@" + version)
              && said.intents().stream().allMatch(each -> Double.isFinite(each.confidence()))
          ? Optional.empty()
          : Optional.of("It answers nothing that makes sense.");
    } catch (RuntimeException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static Lang lang(Registry registry, String version) {
    return Stream.of(Lang.values())
        .filter(lang -> registry.list(SKILL, lang).contains(version))
        .findFirst()
        .orElseThrow(() ->
            new Misused(
                "There is no version '" + version + "'. Maybe ./heyue models list names it."));
  }

  private static Lang onlyPromoted(Registry registry) {
    List<Lang> promoted =
        Stream.of(Lang.values())
            .filter(lang -> registry.standing(SKILL, lang).used().isPresent())
            .toList();
    if (promoted.size() != 1) {
      throw new Misused(
          promoted.isEmpty()
              ? "No version was promoted; what the build made is used."
              : "Versions of several languages were promoted. Which? --lang zh or --lang en.");
    }
    return promoted.getFirst();
  }

  private Registry registry() {
    return Registry.in(installation().folder());
  }

  private Installation installation() {
    return demo ? Installation.demo(environment) : Installation.real(environment);
  }

  private Storehouse store() {
    Installation installation = installation();
    return Storehouse.open(
        installation, SettingsReader.read(installation, environment), InstantSource.system());
  }
}
