package io.heyue.brain.llm;

/** A chat model, asked once and forgotten: no memory, no tools. A port; thread-safe. */
public interface ChatModel {

  /**
   * Asks, and waits for no longer than the limits say. Never throws for what a model or the way to
   * it does: that is an answer of nothing, with its reason.
   */
  Reply ask(Ask ask);

  /** By which the ledger names it. */
  String name();
}
