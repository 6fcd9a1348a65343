package io.heyue.brain.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.heyue.brain.llm.Reply.Reason;

/** A chat model that speaks the protocol of OpenAI, in a stream. */
public final class OpenAiModel implements ChatModel {
  /** The same question should get the same answer. */
  private static final double COOL = 0.0;

  /** Servers that need no key want one all the same. */
  private static final String NO_KEY = "none";

  private final Connection connection;
  private final Limits limits;
  private final StreamingChatModel model;

  /**
   * @param faults is told where it can't be used
   */
  public OpenAiModel(Connection connection, Limits limits, Faults faults) {
    this.connection = connection;
    this.limits = limits;
    this.model =
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(Wire.builder(limits.within(), faults))
            .baseUrl(connection.url().toString())
            .apiKey(connection.key().isEmpty() ? NO_KEY : connection.key())
            .modelName(connection.model())
            .temperature(COOL)
            .maxTokens(limits.mostTokens())
            .customParameters(connection.parameters())
            .build();
  }

  @Override
  public Reply ask(Ask ask) {
    int most = Math.min(ask.mostTokens(), limits.mostTokens());
    ChatRequest.Builder request =
        ChatRequest.builder()
            .messages(SystemMessage.from(ask.system()), UserMessage.from(ask.user()))
            .maxOutputTokens(most);
    if (ask.use() == Ask.Use.READING && connection.jsonMode()) {
      request.responseFormat(ResponseFormat.JSON);
    }
    Hearing hearing = new Hearing(most);
    try {
      model.chat(request.build(), hearing);
    } catch (RuntimeException e) {
      return new Reply.Nothing(Reason.BROKEN);
    }
    return hearing.await(limits);
  }

  @Override
  public String name() {
    return connection.model();
  }
}
