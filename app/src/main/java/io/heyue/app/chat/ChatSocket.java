package io.heyue.app.chat;

import io.heyue.app.engine.Agreement;
import io.heyue.app.engine.Agreements;
import io.heyue.app.engine.Desk;
import io.heyue.app.engine.Engine;
import io.heyue.app.engine.Said;
import io.heyue.app.engine.Watch;
import io.heyue.app.house.House;
import io.heyue.app.web.Limiter;
import io.heyue.core.base.ConversationId;
import io.heyue.core.channel.ChannelEvent;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.handler.ConcurrentWebSocketSessionDecorator;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A conversation over a WebSocket.
 *
 * <pre>
 * in   {"type":"since","after":7}     everything after message 7, now and from now on
 *      {"type":"say","text":"…"}
 * out  {"type":"said","seq":8,"side":"us","text":"…","at":"…"}
 *      {"type":"agreement","lang":"zh","title":"…","whole":"…","sums":["…"],
 *       "pay":"…","person":"…"}       what stands agreed; the latest counts
 *      {"type":"over"}                the conversation has ended
 *      {"type":"slower"} {"type":"tooLong"} {"type":"unreadable"} {"type":"failed"}
 * </pre>
 *
 * A message may come twice, so who reads goes by its number. Connecting again goes on where it was.
 */
public final class ChatSocket extends TextWebSocketHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ChatSocket.class);
  private static final String CONVERSATION = "conversation";
  private static final int LONGEST_TEXT = 10_000;
  private static final int LONGEST_FRAME = 64 * 1024;
  private static final int SEND_WITHIN_MILLIS = 10_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Desk desk;
  private final Agreements agreements;
  private final Limiter messages;
  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  ChatSocket(Engine engine, InstantSource clock) {
    this.desk = engine.desk();
    this.agreements = engine.agreements();
    this.messages = new Limiter(30, Duration.ofMinutes(1), clock);
  }

  /**
   * A browser that is there.
   *
   * @param shown the agreement that it shows; null while it shows none
   */
  private record Line(
      WebSocketSession session,
      ConversationId conversation,
      Watch watch,
      AtomicReference<@Nullable Agreement> shown) {}

  /** Puts it where browsers find it; only those whom the desk knows come in. */
  @EnableWebSocket
  public static final class Wiring {
    @Bean
    WebSocketConfigurer chatSocket(House house, InstantSource clock) {
      Engine engine = house.engine();
      // A page of ours comes from where the links lead, which a proxy may have hidden from us.
      URI links = house.settings().server().links();
      return registry ->
          registry
              .addHandler(new ChatSocket(engine, clock), "/ws/chat")
              .setAllowedOrigins(links.getScheme() + "://" + links.getRawAuthority())
              .addInterceptors(new Entrance(engine.desk()));
    }
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession raw) {
    raw.setTextMessageSizeLimit(LONGEST_FRAME);
    WebSocketSession session =
        new ConcurrentWebSocketSessionDecorator(raw, SEND_WITHIN_MILLIS, 512 * 1024);
    ConversationId conversation =
        (ConversationId) Objects.requireNonNull(raw.getAttributes().get(CONVERSATION));
    Watch watch = desk.watch(conversation, said -> send(session, said(said)));
    lines.put(raw.getId(), new Line(session, conversation, watch, new AtomicReference<>()));
  }

  @Override
  protected void handleTextMessage(WebSocketSession raw, TextMessage frame) {
    Line line = Objects.requireNonNull(lines.get(raw.getId()));
    JsonNode message;
    try {
      message = JSON.readTree(frame.getPayload());
    } catch (JacksonException e) {
      send(line.session(), Map.of("type", "unreadable"));
      return;
    }
    switch (message.path("type").asString("")) {
      case "since" -> since(line, message.path("after").asLong(0));
      case "say" -> say(line, message.path("text").asString(""));
      default -> send(line.session(), Map.of("type", "unreadable"));
    }
  }

  private void since(Line line, long after) {
    desk.messages(line.conversation(), after).forEach(said -> send(line.session(), said(said)));
    tellAgreement(line);
    tellIfOver(line);
  }

  private void say(Line line, String text) {
    if (text.isBlank()) {
      return;
    }
    if (text.length() > LONGEST_TEXT) {
      send(line.session(), Map.of("type", "tooLong"));
      return;
    }
    if (!messages.allows(line.conversation().toString())) {
      send(line.session(), Map.of("type", "slower"));
      return;
    }
    try {
      desk.receive(line.conversation(), new ChannelEvent.TextReceived(text));
    } catch (RuntimeException e) {
      // The person must hear that their words did not arrive; nothing was said in answer.
      LOG.error("A turn of conversation {} failed.", line.conversation(), e);
      send(line.session(), Map.of("type", "failed"));
    }
    tellAgreement(line);
    tellIfOver(line);
  }

  /** What stands agreed, when it is not what the browser shows already. */
  private void tellAgreement(Line line) {
    agreements
        .find(line.conversation())
        .filter(agreement -> !agreement.equals(line.shown().getAndSet(agreement)))
        .ifPresent(agreement -> send(line.session(), agreed(agreement)));
  }

  private void tellIfOver(Line line) {
    if (desk.over(line.conversation())) {
      send(line.session(), Map.of("type", "over"));
    }
  }

  private static Map<String, Object> said(Said said) {
    return Map.of(
        "type", "said",
        "seq", said.seq(),
        "side", said.side().id(),
        "text", said.text(),
        "at", said.at().toString());
  }

  private static Map<String, Object> agreed(Agreement agreement) {
    return Map.of(
        "type", "agreement",
        "lang", agreement.lang().code(),
        "title", agreement.title(),
        "whole", agreement.whole(),
        "sums", agreement.sums(),
        "pay", agreement.pay(),
        "person", agreement.person());
  }

  /** A browser that is gone comes back and asks for what it missed. */
  private static void send(WebSocketSession session, Map<String, Object> message) {
    try {
      if (session.isOpen()) {
        session.sendMessage(new TextMessage(JSON.writeValueAsString(message)));
      }
    } catch (IOException | IllegalStateException e) {
      LOG.debug("A browser left while it was written to.");
    }
  }

  @Override
  public void afterConnectionClosed(WebSocketSession raw, CloseStatus status) {
    Line line = lines.remove(raw.getId());
    if (line != null) {
      line.watch().close();
    }
  }

  /** Lets in who shows the cookie of a session, which a page of another site can't do. */
  private record Entrance(Desk desk) implements HandshakeInterceptor {
    @Override
    public boolean beforeHandshake(
        ServerHttpRequest request,
        ServerHttpResponse response,
        WebSocketHandler handler,
        Map<String, Object> attributes) {
      Optional<ConversationId> conversation =
          request instanceof ServletServerHttpRequest servlet
              ? ChatCookies.secret(
                      servlet.getServletRequest(), servlet.getServletRequest().getParameter("code"))
                  .flatMap(desk::session)
              : Optional.empty();
      if (conversation.isEmpty()) {
        response.setStatusCode(HttpStatus.UNAUTHORIZED);
        return false;
      }
      attributes.put(CONVERSATION, conversation.get());
      return true;
    }

    @Override
    public void afterHandshake(
        ServerHttpRequest request,
        ServerHttpResponse response,
        WebSocketHandler handler,
        @Nullable Exception failure) {
      // Nothing is left to be done.
    }
  }
}
