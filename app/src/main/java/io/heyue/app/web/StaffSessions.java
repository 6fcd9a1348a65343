package io.heyue.app.web;

import io.heyue.app.access.Accounts;
import io.heyue.app.access.Session;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session with the first request after its user was removed, or got another password or
 * role. The database is asked each time, so it holds over all processes. It comes before keys are
 * looked at: whoever is known by then is known by a session, and one that names no standing is
 * none.
 */
public final class StaffSessions extends OncePerRequestFilter {
  private final Accounts accounts;

  StaffSessions(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    if (known != null && !stands(known)) {
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
      SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
    }
    chain.doFilter(request, response);
  }

  private boolean stands(Authentication known) {
    return known.getDetails() instanceof Session session && accounts.stands(session);
  }

  /** Whether the request that is answered now belongs to a session, and not to a key. */
  public static boolean isOne() {
    Authentication known = SecurityContextHolder.getContext().getAuthentication();
    return known != null && known.getDetails() instanceof Session;
  }

  /** Lets the session of this request go on where all others end, under another id. */
  public static void renew(
      HttpServletRequest request, HttpServletResponse response, Session session) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(known(session));
    SecurityContextHolder.setContext(context);
    request.changeSessionId();
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
  }

  static Authentication known(Session session) {
    UsernamePasswordAuthenticationToken known =
        UsernamePasswordAuthenticationToken.authenticated(
            session.who(), null, Doors.rights(session.who()));
    known.setDetails(session);
    return known;
  }
}
