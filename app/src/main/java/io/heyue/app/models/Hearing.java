package io.heyue.app.models;

import io.heyue.app.installation.Checkout;
import io.heyue.brain.encoder.ModelListener;
import io.heyue.brain.model.Registry;
import io.heyue.brain.model.Registry.Standing;
import io.heyue.brain.model.Skill;
import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Understanding;
import io.heyue.core.understanding.entity.RuleEntityParser;
import io.heyue.store.labels.ShadowCounts;
import io.heyue.store.postgres.Transactor;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Opens the models of an installation by which people are understood. */
public final class Hearing {
  private final Checkout checkout;
  private final Registry registry;

  private Hearing(Checkout checkout, Registry registry) {
    this.checkout = checkout;
    this.registry = registry;
  }

  /**
   * @param home the data folder of the installation
   */
  public static Hearing of(Checkout checkout, Path home) {
    return new Hearing(checkout, Registry.in(home));
  }

  /** What was promoted, and where nothing was, what the build made. */
  public ModelListener used() {
    return open(Map.of());
  }

  /**
   * The same with {@code version} in place of what is used, to see whether it can be used at all.
   *
   * @throws RuntimeException where it can't be loaded
   */
  public ModelListener with(Lang lang, String version) {
    return open(Map.of(lang, version));
  }

  private ModelListener open(Map<Lang, String> others) {
    return ModelListener.open(
        checkout.data(),
        lang ->
            Optional.ofNullable(others.get(lang))
                .map(version -> registry.of(Skill.SPEECH, lang, version))
                .orElseGet(() -> registry.used(Skill.SPEECH, lang, checkout.heads())),
        RuleEntityParser.of());
  }

  /** What is to read in the shadow; empty where nothing is. */
  public Optional<Beside> beside() {
    Map<Lang, String> versions = new EnumMap<>(Lang.class);
    for (Lang lang : Lang.values()) {
      Standing standing = registry.standing(Skill.SPEECH, lang);
      standing
          .shadow()
          .filter(version -> !standing.used().equals(Optional.of(version)))
          .ifPresent(version -> versions.put(lang, version));
    }
    return versions.isEmpty() ? Optional.empty() : Optional.of(new Beside(versions));
  }

  /** Versions that read in the shadow. */
  public record Beside(Map<Lang, String> versions) {
    public Beside {
      versions = Map.copyOf(versions);
    }
  }

  /** The models of {@code beside}, in whose other languages what is used reads. */
  public ModelListener open(Beside beside) {
    return open(beside.versions());
  }

  /** Counts into the database. */
  public static Shadow.Tally tally(Transactor transactor, InstantSource clock) {
    ShadowCounts counts = new ShadowCounts();
    return (lang, used, candidate) ->
        transactor.run(sql ->
            counts.add(
                sql,
                candidate.provenance().model(),
                used.provenance().model(),
                lang,
                intent(used),
                intent(candidate),
                clock.instant()));
  }

  private static Intent intent(Understanding understood) {
    return understood.main().intent();
  }
}
