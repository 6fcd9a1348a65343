package io.heyue.app.models;

import io.heyue.core.understanding.Intent;
import io.heyue.store.labels.Label;
import io.heyue.store.labels.Meaning;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A labelled utterance in a line, in the form of the lexicon's examples. */
final class LabelJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private LabelJson() {}

  static String of(Label label) {
    Meaning meaning = label.meaning().orElseThrow();
    ObjectNode line = JSON.createObjectNode();
    line.put("lang", label.utterance().lang().code());
    line.put("text", label.utterance().words().text());
    line.put("is", meaning.intent().id());
    if (!label.utterance().asked().isEmpty()) {
      line.put("after", label.utterance().asked());
    }
    List<String> also = meaning.also().stream().map(Intent::id).sorted().toList();
    if (!also.isEmpty()) {
      also.forEach(line.putArray("also")::add);
    }
    meaning
        .tone()
        .ifPresent(tone -> {
          line.put("feels", id(tone.feeling()) + ' ' + tone.degree());
          line.put("goes_along", id(tone.cooperation()));
          line.put("swears", tone.swears());
        });
    return JSON.writeValueAsString(line);
  }

  private static String id(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
