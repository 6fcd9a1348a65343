package io.heyue.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the address of whoever asked in the place of the proxy's, for the limits by address. */
final class ProxyFilter extends OncePerRequestFilter {
  private final Proxies proxies;

  ProxyFilter(Proxies proxies) {
    this.proxies = proxies;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String peer = String.valueOf(request.getRemoteAddr());
    String client =
        proxies.client(peer, all(request, "Forwarded"), all(request, "X-Forwarded-For"));
    chain.doFilter(client.equals(peer) ? request : new From(request, client), response);
  }

  private static List<String> all(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header));
  }

  /** A request that came by a proxy. */
  private static final class From extends HttpServletRequestWrapper {
    private final String client;

    From(HttpServletRequest request, String client) {
      super(request);
      this.client = client;
    }

    @Override
    public String getRemoteAddr() {
      return client;
    }

    @Override
    public String getRemoteHost() {
      return client;
    }
  }
}
