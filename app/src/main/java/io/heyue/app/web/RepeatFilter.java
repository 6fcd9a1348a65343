package io.heyue.app.web;

import io.heyue.app.access.Principal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers repeated POSTs as it answered the first. Works after the doors, so that a refused request
 * takes no key. Imports are left out: importing the same file again changes nothing by itself.
 */
final class RepeatFilter extends OncePerRequestFilter {
  private static final String HEADER = "Idempotency-Key";
  private static final int LONGEST_BODY = 1 << 20;
  private static final int LONGEST_KEY = 200;

  private final Repeats repeats;

  RepeatFilter(Repeats repeats) {
    this.repeats = repeats;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || !request.getRequestURI().startsWith("/api/v1/")
        || request.getRequestURI().startsWith("/api/v1/imports/")
        || request.getHeader(HEADER) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null || !(authentication.getPrincipal() instanceof Principal who)) {
      chain.doFilter(request, response);
      return;
    }
    String key = request.getHeader(HEADER);
    byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY || key.isBlank() || key.length() > LONGEST_KEY) {
      say(response, 400, "Idempotency-Key is empty or too long, or the body is over 1 MB.");
      return;
    }
    byte[] digest = Repeats.digest(request.getMethod(), request.getRequestURI(), body);
    switch (repeats.begin(who.name(), key, digest)) {
      case Repeats.Finding.First _ -> first(who, key, new Kept(request, body), response, chain);
      case Repeats.Finding.Answered answered -> answer(response, answered);
      case Repeats.Finding.AtWork _ ->
          say(response, 409, "The first request with this Idempotency-Key is still at work.");
      case Repeats.Finding.Other _ ->
          say(response, 422, "This Idempotency-Key was used for another request.");
    }
  }

  private void first(
      Principal who,
      String key,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    boolean done = false;
    try {
      chain.doFilter(request, answer);
      done = answer.getStatus() < 500;
    } finally {
      if (!done) {
        repeats.undone(who.name(), key);
      }
    }
    if (done) {
      repeats.done(
          who.name(),
          key,
          new Repeats.Finding.Answered(
              answer.getStatus(),
              String.valueOf(answer.getContentType()),
              new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8)));
    }
    answer.copyBodyToResponse();
  }

  private static void answer(HttpServletResponse response, Repeats.Finding.Answered answered)
      throws IOException {
    response.setStatus(answered.status());
    response.setHeader("Idempotent-Replayed", "true");
    if (!answered.body().isEmpty()) {
      response.setContentType(answered.mediaType());
      response.getOutputStream().write(answered.body().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void say(HttpServletResponse response, int status, String detail)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response
        .getWriter()
        .write(
            "{\"type\":\"about:blank\",\"title\":\"Idempotency\",\"status\":%d,\"detail\":\"%s\"}"
                .formatted(status, detail));
  }

  /** A request whose body was read and can be read again. */
  private static final class Kept extends HttpServletRequestWrapper {
    private final byte[] body;

    Kept(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      ByteArrayInputStream bytes = new ByteArrayInputStream(body);
      return new ServletInputStream() {
        @Override
        public int read() {
          return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
          return bytes.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
          return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new UnsupportedOperationException("The body is read at once.");
        }
      };
    }
  }
}
