package io.heyue.core.understanding;

/** Understands what people say. A port: models stand behind it. Thread-safe. */
public interface Listener {

  /**
   * Understands one utterance. Never throws for what somebody said: empty, endless or hostile text
   * gets an understanding whose main intent is {@code UNCLEAR}.
   */
  Understanding understand(Heard heard);
}
