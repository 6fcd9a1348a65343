package io.heyue.app.cli;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Money;
import io.heyue.core.understanding.Heard;
import io.heyue.core.understanding.Listener;
import io.heyue.core.understanding.Understanding;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Answers the lines of a stream, each before the next is read, so that somebody who waits for an
 * answer gets it.
 *
 * @param now the time of lines that name none
 * @param lang the language of lines that name none, if it is known
 */
record Interview(Listener listener, ZonedDateTime now, Optional<Lang> lang, Answer answer) {

  void hold(InputStream in, Writer out) throws IOException {
    Lines lines = new Lines(in);
    long number = 0;
    for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
      number++;
      out.write(answer(line.get(), number));
      out.write('\n');
      out.flush();
    }
  }

  private String answer(Lines.Line line, long number) {
    try {
      Question question = Question.read(line, now, lang);
      long from = System.nanoTime();
      Understanding understood =
          listener.understand(
              new Heard(
                  question.text(), question.lang(), question.after(), question.now(), Money.CNY));
      long micros = (System.nanoTime() - from) / 1_000;
      return answer.json(question, understood, micros);
    } catch (Question.Unreadable e) {
      return Answer.error(number, String.valueOf(e.getMessage()));
    }
  }
}
