/**
 * A chat model on a leash: one port, spoken to in the protocol of OpenAI, which ERNIE, Qwen,
 * DeepSeek, vLLM and Ollama speak too. Off unless it is configured.
 *
 * <p>It has two uses, and decides in neither: a second opinion on words that the trained models are
 * unsure of ({@link io.heyue.brain.llm.SecondReader}), and other words for an approved phrase
 * ({@link io.heyue.brain.llm.Phraser}). It never sees a name, a number, a sum or a date, and never
 * gets a tool. The key to understanding it is {@link io.heyue.brain.llm.Leash}: nothing asks a
 * model but through one. What comes back is worth nothing until it was checked; if it is late or
 * broken, there is none.
 */
@NullMarked
package io.heyue.brain.llm;

import org.jspecify.annotations.NullMarked;
