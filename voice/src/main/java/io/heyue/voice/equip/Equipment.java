package io.heyue.voice.equip;

import io.heyue.core.base.Lang;
import io.heyue.voice.hear.HearingSettings;
import io.heyue.voice.hear.SpeechHub;
import io.heyue.voice.hear.SpeechModel;
import io.heyue.voice.models.ModelFailure;
import io.heyue.voice.models.ModelFolders;
import io.heyue.voice.recognise.Recogniser;
import io.heyue.voice.recognise.RecogniserFailure;
import io.heyue.voice.speech.Mouth;
import io.heyue.voice.talk.Knowledge;
import io.heyue.voice.talk.TalkParts;
import io.heyue.voice.talk.Taping;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Everything that conversations by phone are held with. Closed after the last of them. */
public final class Equipment implements AutoCloseable {
  private final SpeechModel model;
  private final SpeechHub hub;
  private final Voices voices;
  private final Map<Lang, Recogniser> recognisers = new EnumMap<>(Lang.class);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService heavy;
  private final TalkParts parts;

  /**
   * What is wanted.
   *
   * @param speaks who speaks; a language that isn't among them has its usual voice
   * @param hears who hears; a language that isn't among them has its usual recogniser, if that is
   *     there: else keys alone are understood
   * @param models where models are found
   * @param recognitions how many utterances are recognised at once
   * @param prosody whether it is measured how people sound
   * @param taping where calls are recorded
   */
  public record Wanted(
      List<Speaks> speaks,
      List<Hears> hears,
      ModelFolders models,
      int recognitions,
      boolean prosody,
      Optional<Taping> taping) {
    public Wanted {
      speaks = List.copyOf(speaks);
      hears = List.copyOf(hears);
    }

    /** What is there out of the box. */
    public static Wanted usual(ModelFolders models) {
      return new Wanted(
          List.of(),
          List.of(),
          models,
          Runtime.getRuntime().availableProcessors(),
          true,
          Optional.empty());
    }
  }

  private Equipment(Wanted wanted, Consumer<String> notes) {
    this.model = SpeechModel.load();
    this.hub = SpeechHub.start(model);
    this.heavy =
        Executors.newFixedThreadPool(
            wanted.recognitions(), Thread.ofPlatform().name("recognition-", 0).daemon().factory());
    this.voices = new Voices(InstantSource.system());
    Map<Lang, Mouth> mouths = new EnumMap<>(Lang.class);
    Recognisers opening = new Recognisers(wanted.models(), wanted.recognitions());
    for (Lang lang : Lang.values()) {
      mouths.put(
          lang,
          voices.open(
              wanted.speaks().stream()
                  .filter(each -> each.lang() == lang)
                  .findFirst()
                  .orElse(Speaks.usual(lang))));
      Optional<Hears> chosen =
          wanted.hears().stream().filter(each -> each.lang() == lang).findFirst();
      recogniser(opening, chosen, lang, notes).ifPresent(each -> recognisers.put(lang, each));
    }
    this.parts =
        new TalkParts(
            hub::line,
            HearingSettings.usual(),
            mouths,
            recognisers,
            Knowledge.standard(),
            new TalkParts.Works(
                threads,
                heavy,
                fault -> notes.accept("A talk's step failed: " + fault),
                wanted.prosody(),
                wanted.taping()));
  }

  /**
   * Opens it.
   *
   * @param notes what isn't there, and what fails later, a line each; without anybody's words
   * @throws RecogniserFailure if a recogniser that was asked for can't be opened
   * @throws ModelFailure if its model is missing or damaged
   */
  public static Equipment open(Wanted wanted, Consumer<String> notes) {
    return new Equipment(wanted, notes);
  }

  /** One that was asked for must be there; the usual one may be missing. */
  private static Optional<Recogniser> recogniser(
      Recognisers opening, Optional<Hears> chosen, Lang lang, Consumer<String> notes) {
    if (chosen.isPresent()) {
      return opening.open(chosen.get());
    }
    try {
      return opening.open(Hears.usual(lang));
    } catch (RecogniserFailure | ModelFailure e) {
      notes.accept(
          "Nobody hears %s here, so that keys alone are understood in it: %s"
              .formatted(lang.code(), e.getMessage()));
      return Optional.empty();
    }
  }

  public TalkParts parts() {
    return parts;
  }

  @Override
  public void close() {
    hub.close();
    model.close();
    heavy.close();
    recognisers.values().forEach(Recogniser::close);
    voices.close();
    threads.close();
  }
}
