package io.heyue.app.chat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cookies by which a browser shows that it opened a link: one a conversation, named by its
 * public code, so that several pages in one browser don't take each other over.
 */
final class ChatCookies {
  private static final String PREFIX = "heyue_chat_";

  private ChatCookies() {}

  static String name(String code) {
    return PREFIX + code;
  }

  /** The secret of the conversation {@code code}; without a code that of the only one there is. */
  static Optional<String> secret(HttpServletRequest request, @Nullable String code) {
    if (code != null) {
      return all(request)
          .filter(cookie -> cookie.getName().equals(name(code)))
          .map(Cookie::getValue)
          .findFirst();
    }
    List<String> secrets = all(request).map(Cookie::getValue).toList();
    return secrets.size() == 1 ? Optional.of(secrets.getFirst()) : Optional.empty();
  }

  private static Stream<Cookie> all(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Stream.empty()
        : Stream.of(cookies).filter(cookie -> cookie.getName().startsWith(PREFIX));
  }
}
