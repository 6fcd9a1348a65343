package io.heyue.app.web;

import io.heyue.app.api.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are larger than any request of ours can be. Files that are imported have no
 * such bound; forms are bounded by the server.
 */
final class BodyLimit extends OncePerRequestFilter {
  private static final int MOST = 1 << 20;

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = String.valueOf(request.getContentType());
    return !request.getMethod().equals("POST")
        || request.getRequestURI().startsWith("/api/v1/imports/")
        || type.startsWith("application/x-www-form-urlencoded");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > MOST) {
      refuse(request, response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(MOST + 1);
    if (body.length > MOST) {
      refuse(request, response);
      return;
    }
    chain.doFilter(new ReadRequest(request, body), response);
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // What was not read can't be told from a next request.
    response.setHeader("Connection", "close");
    Problems.say(
        request,
        response,
        HttpStatus.CONTENT_TOO_LARGE,
        "A body may have 1 MB; files go to /imports.");
  }
}
