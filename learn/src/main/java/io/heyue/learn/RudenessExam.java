package io.heyue.learn;

import io.heyue.brain.encoder.SpeechSchooling;
import io.heyue.brain.model.Adapter;
import io.heyue.brain.model.Encoder;
import io.heyue.brain.model.Form;
import io.heyue.brain.model.Skill;
import io.heyue.brain.model.Weights;
import io.heyue.core.base.Lang;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How well what was learned tells whether a sentence is offensive to anybody, in the model that the
 * build makes.
 *
 * @param asked sentences
 * @param right of them
 * @param offensive of them, as people judged them
 * @param found of those that are offensive
 */
record RudenessExam(int asked, int right, int offensive, int found) {
  static RudenessExam of(Path data, Rudeness rudeness) throws IOException {
    Adapter adapter = Adapter.read(Skill.SPEECH.adapter(data, Lang.ZH));
    Path folder = Files.createTempDirectory("rudeness");
    Path model = Skill.SPEECH.model(folder, Lang.ZH);
    try {
      Files.write(model, adapter.onto(Weights.published(Lang.ZH), Form.EIGHT_BIT));
      try (Encoder encoder = Encoder.open(Skill.SPEECH, Lang.ZH, folder)) {
        return of(encoder, rudeness);
      }
    } finally {
      Files.deleteIfExists(model);
      Files.delete(folder);
    }
  }

  private static RudenessExam of(Encoder encoder, Rudeness rudeness) {
    List<String> answers = List.of(encoder.notes().getOrDefault("answers", "").split(" ", -1));
    int column = answers.indexOf("rude:rude");
    if (column < 0) {
      throw new IllegalStateException(
          "The model judges no rudeness. Maybe train it anew, with --rude train.csv.");
    }
    int right = 0;
    int offensive = 0;
    int found = 0;
    for (Rudeness.Line line : rudeness.lines()) {
      boolean said =
          encoder.scores("", SpeechSchooling.plain(line.text())).stream()
              .anyMatch(scores -> scores[column] > 0);
      right += said == line.offensive() ? 1 : 0;
      offensive += line.offensive() ? 1 : 0;
      found += said && line.offensive() ? 1 : 0;
    }
    return new RudenessExam(rudeness.lines().size(), right, offensive, found);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d of %d sentences judged right (%.3f); %d of %d offensive ones found",
        right,
        asked,
        (double) right / Math.max(1, asked),
        found,
        offensive);
  }
}
