package io.heyue.voice.recognise.moonshine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heyue.voice.audio.Sound;
import io.heyue.voice.audio.Wav;
import io.heyue.voice.recognise.Expected;
import io.heyue.voice.recognise.Listening;
import io.heyue.voice.recognise.Recogniser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How many words are heard wrong on a telephone line; ceilings are what was measured and more. */
class WordErrorsTest {
  /** Somebody who reads, of Debian's package pocketsphinx-testdata (LibriVox, public domain). */
  private static final Path READ = Path.of("/usr/share/pocketsphinx/test/data/librivox");

  private static final String BOOK = "sense_and_sensibility_01_austen_64kb-";

  private static final List<List<String>> SENTENCES =
      List.of(
          List.of(
              "0870",
              "and mister john dashwood had then leisure to consider how much there might be"
                  + " prudently in his power to do for them"),
          List.of("0880", "he was not an ill disposed young man"),
          List.of(
              "0890", "unless to be rather cold hearted and rather selfish is to be ill disposed"),
          List.of(
              "0920",
              "had he married a more amiable woman he might have been made still more respectable"
                  + " than he was"),
          List.of("0930", "he might even have been made amiable himself"));

  private static final List<String> ANSWERS =
      List.of(
          "I can pay two hundred dollars next Friday",
          "No I already paid it last week",
          "Yes this is Mary speaking",
          "Please don't call me at work",
          "I lost my job and I can't pay right now",
          "Can you send me the details by text message",
          "How much do I owe you",
          "I want to speak to a real person",
          "That is not my account",
          "I will pay the whole amount tomorrow",
          "Can I pay in three installments",
          "You have the wrong number",
          "My husband is not at home",
          "I never borrowed any money from you",
          "Stop calling me or I will complain",
          "I can only afford fifty dollars a month",
          "What happens if I don't pay",
          "I get my salary on the fifteenth",
          "Could you call me back this evening",
          "I am in hospital at the moment",
          "Let me check with my wife first",
          "I don't understand what you mean");

  private static final StringBuilder FIGURES = new StringBuilder();

  @AfterAll
  static void figures() throws IOException {
    Files.writeString(
        Files.createDirectories(Path.of("target")).resolve("english.txt"), FIGURES.toString());
  }

  private static double measured(
      String name, List<List<String>> said, List<Sound> sounds, double decibels) {
    WordErrors errors = new WordErrors();
    try (Moonshine moonshine = Line.moonshine(1)) {
      for (int at = 0; at < said.size(); at++) {
        try (Listening listening = moonshine.listen(Expected.ANYTHING)) {
          listening.hear(Line.heard(sounds.get(at), decibels, at));
          errors.count(said.get(at).getLast(), listening.finish().words());
        }
      }
    }
    FIGURES.append("%s, noise %.0f dB below: %s%n".formatted(name, decibels, errors));
    return errors.rate();
  }

  @Test
  void whoReadsIsUnderstood() throws IOException {
    assumeTrue(Files.isDirectory(READ), "pocketsphinx-testdata is not installed");
    List<Sound> sounds = new ArrayList<>();
    for (List<String> each : SENTENCES) {
      sounds.add(Wav.read(READ.resolve(BOOK + each.getFirst() + ".wav")).at(Recogniser.RATE));
    }
    assertThat(measured("sentences that a person reads", SENTENCES, sounds, 90)).isLessThan(0.08);
    assertThat(measured("sentences that a person reads", SENTENCES, sounds, 20)).isLessThan(0.12);
  }

  /** What a formant synthesiser says is strange to a network that learned from people. */
  @Test
  void whatEspeakSaysIsUnderstoodHalfway() {
    List<Sound> sounds = ANSWERS.stream().map(Line::say).toList();
    List<List<String>> said = ANSWERS.stream().map(List::of).toList();
    assertThat(measured("espeak-ng's answers", said, sounds, 90)).isLessThan(0.35);
    assertThat(measured("espeak-ng's answers", said, sounds, 20)).isLessThan(0.5);
  }
}
