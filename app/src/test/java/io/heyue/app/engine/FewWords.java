package io.heyue.app.engine;

import io.heyue.core.base.Lang;
import io.heyue.core.understanding.Cooperation;
import io.heyue.core.understanding.Emotion;
import io.heyue.core.understanding.Heard;
import io.heyue.core.understanding.Intent;
import io.heyue.core.understanding.Language;
import io.heyue.core.understanding.Listener;
import io.heyue.core.understanding.Provenance;
import io.heyue.core.understanding.ScoredIntent;
import io.heyue.core.understanding.Understanding;
import io.heyue.core.understanding.entity.RuleEntityParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A listener that knows the few words that these tests say, and every sum and day. */
final class FewWords implements Listener {
  private static final Map<String, Intent> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("是我", Intent.CONFIRM_IDENTITY);
    WORDS.put("总共欠", Intent.ASK_AMOUNT);
    WORDS.put("最低还多少", Intent.ASK_MINIMUM);
    WORDS.put("还", Intent.PROMISE_WITH_DATE);
    WORDS.put("可以", Intent.AFFIRM);
    WORDS.put("大概", Intent.AFFIRM);
    WORDS.put("没有了", Intent.DENY);
    WORDS.put("再见", Intent.FAREWELL);
    WORDS.put("人工", Intent.REQUEST_HUMAN);
    WORDS.put("明细", Intent.ASK_STATEMENT);
    WORDS.put("不对", Intent.DISPUTE_DEBT);
    WORDS.put("投诉", Intent.COMPLAIN);
  }

  private final RuleEntityParser entities = RuleEntityParser.of();

  /** The same, and unsure of all other words. */
  static Listener unsure() {
    FewWords sure = new FewWords();
    return heard -> {
      Understanding first = sure.understand(heard);
      return first.main().intent() == Intent.UNCLEAR
          ? new Understanding(
              first.text(),
              first.language(),
              List.of(new ScoredIntent(Intent.UNCLEAR, 0.3)),
              first.entities(),
              first.emotion(),
              first.cooperation(),
              first.provenance())
          : first;
    };
  }

  @Override
  public Understanding understand(Heard heard) {
    Intent intent =
        WORDS.entrySet().stream()
            .filter(entry -> heard.text().contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(Intent.UNCLEAR);
    return new Understanding(
        heard.text(),
        new Language("zh", 1),
        List.of(new ScoredIntent(intent, heard.text().contains("大概") ? 0.3 : 0.95)),
        entities.parse(heard.text(), Lang.ZH, heard.now(), heard.currency()),
        Emotion.calm(),
        Cooperation.MID,
        new Provenance("few words", "none"));
  }
}
