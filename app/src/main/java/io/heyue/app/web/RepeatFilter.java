package io.heyue.app.web;

import io.heyue.app.access.Principal;
import io.heyue.app.api.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers repeated POSTs as it answered the first. Works after the doors, so that a refused request
 * takes no key. Imports do the same by themselves, since a file is laid down before it is read.
 */
final class RepeatFilter extends OncePerRequestFilter {
  private static final String HEADER = "Idempotency-Key";

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
    byte[] body = request.getInputStream().readAllBytes();
    if (key.isBlank() || key.length() > Repeats.LONGEST_KEY) {
      Problems.say(
          request, response, HttpStatus.BAD_REQUEST, "Idempotency-Key is empty or too long.");
      return;
    }
    byte[] digest = Repeats.digest(request.getMethod(), request.getRequestURI(), body);
    switch (repeats.begin(who.name(), key, digest)) {
      case Repeats.Finding.First _ ->
          first(who, key, new ReadRequest(request, body), response, chain);
      case Repeats.Finding.Answered answered -> answer(response, answered);
      case Repeats.Finding.AtWork _ ->
          Problems.say(
              request,
              response,
              HttpStatus.CONFLICT,
              "The first request with this Idempotency-Key is still at work.");
      case Repeats.Finding.Other _ ->
          Problems.say(
              request,
              response,
              HttpStatus.UNPROCESSABLE_CONTENT,
              "This Idempotency-Key was used for another request.");
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
}
