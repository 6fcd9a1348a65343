package io.heyue.app.proof;

import io.heyue.core.base.Lang;
import io.heyue.core.law.RuleId;
import java.util.List;

/** What the page itself says, in one language. */
sealed interface PageWords permits ChineseWords, EnglishWords {
  static PageWords in(Lang lang) {
    return switch (lang) {
      case ZH -> new ChineseWords();
      case EN -> new EnglishWords();
    };
  }

  String title();

  String about();

  /** A link to the page in the other language; markup. */
  String otherLanguage();

  String summary();

  /** The heading of a turn. */
  String turn(int number);

  String outcome();

  String notMade();

  String ended();

  String from();

  String to();

  String clock();

  String clockUnknown();

  String someWithheld();

  String withheld();

  String story();

  /** What was done, in a sentence. */
  String done(String kind, Content content);

  String heard();

  /** Before the move that was chosen. */
  String chose();

  String said();

  /** Something that happened and was not words. */
  String event(String type);

  /** What was asked of the law. */
  String asked(String kind, Content content, int rules);

  /** What one rule answered. */
  String answer(Content content);

  /** Rule, article, what it says, answer. */
  List<String> columns();

  /** Of a rule whose text is not in the bundle. */
  String ours(RuleId rule);

  String lawfulFrom(String moment);

  String missing();

  String known();

  String facts();

  String rules();

  String record();

  String stood(String moment);

  String uncommitted();

  String howTo();

  /** Markup. */
  String steps();

  String keys();

  String keySince(int number, String moment);

  String limits();

  /** Markup. */
  String notProven();

  String colon();

  String comma();

  String semicolon();
}
