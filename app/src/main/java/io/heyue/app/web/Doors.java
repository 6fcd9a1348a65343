package io.heyue.app.web;

import io.heyue.app.access.Accounts;
import io.heyue.app.access.Principal;
import io.heyue.app.access.Right;
import io.heyue.app.access.Route;
import io.heyue.app.api.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who may come in where: made from {@link Route} and {@link io.heyue.app.access.Role}, and nothing
 * else. People log in with a name and a password, programs with a key.
 */
final class Doors {
  /** What is open to everybody: borrowers' pages, the login, signs of life. */
  static final List<String> OPEN =
      List.of(
          "/c/**",
          "/ws/chat",
          "/verify",
          "/unsubscribe/**",
          "/gateway/**",
          "/login",
          "/assets/**",
          "/favicon.ico",
          "/livez",
          "/readyz");

  /** What changes something without a session of staff, and so needs no token against forgery. */
  private static final String[] WITHOUT_SESSION = {
    "/c/**", "/verify", "/unsubscribe/**", "/gateway/**"
  };

  private static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self';"
          + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  @Bean
  SecurityFilterChain doors(HttpSecurity http, Accounts accounts, Limiter logins, Repeats repeats) {
    http.authorizeHttpRequests(
            requests -> {
              requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
              OPEN.forEach(path -> requests.requestMatchers(matcher(path)).permitAll());
              for (Route route : Route.all()) {
                requests
                    .requestMatchers(
                        PathPatternRequestMatcher.withDefaults()
                            .matcher(HttpMethod.valueOf(route.method()), route.path()))
                    .hasAuthority(route.right().name());
              }
              requests.anyRequest().denyAll();
            })
        .csrf(forgery -> {
          for (String path : WITHOUT_SESSION) {
            forgery.ignoringRequestMatchers(matcher(path));
          }
          forgery.ignoringRequestMatchers(Doors::hasKey);
        })
        .formLogin(login -> login.loginPage("/login").defaultSuccessUrl("/", true))
        .logout(logout ->
            logout.logoutUrl("/logout").logoutSuccessUrl("/login").deleteCookies("heyue_staff"))
        .authenticationProvider(new Passwords(accounts, logins))
        .addFilterBefore(new StaffSessions(accounts), AnonymousAuthenticationFilter.class)
        .addFilterBefore(new Keys(accounts), AnonymousAuthenticationFilter.class)
        .addFilterAfter(new BodyLimit(), AuthorizationFilter.class)
        .addFilterAfter(new RepeatFilter(repeats), BodyLimit.class)
        .exceptionHandling(refusals ->
            refusals
                .defaultAuthenticationEntryPointFor(
                    (request, response, _) -> Refusals.unknown(request, response), Doors::isProgram)
                .accessDeniedHandler(
                    (request, response, why) -> Refusals.forbidden(request, response, why)))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                    policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                .frameOptions(frames -> frames.deny()))
        .sessionManagement(Customizer.withDefaults());
    return http.build();
  }

  private static PathPatternRequestMatcher matcher(String path) {
    return PathPatternRequestMatcher.withDefaults().matcher(path);
  }

  private static boolean hasKey(HttpServletRequest request) {
    return key(request).isPresent();
  }

  private static boolean isProgram(HttpServletRequest request) {
    return hasKey(request)
        || request.getServletPath().startsWith("/api/")
        || request.getServletPath().equals("/metrics");
  }

  private static Optional<String> key(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    return header != null && header.startsWith("Bearer ")
        ? Optional.of(header.substring(7).strip())
        : Optional.empty();
  }

  static Collection<GrantedAuthority> rights(Principal who) {
    return who.role().rights().stream()
        .map(Right::name)
        .<GrantedAuthority>map(SimpleGrantedAuthority::new)
        .toList();
  }

  /** Knows people by their passwords, and slows down who guesses. */
  private record Passwords(Accounts accounts, Limiter logins) implements AuthenticationProvider {
    @Override
    public Authentication authenticate(Authentication asked) {
      String name = asked.getName();
      String password = String.valueOf(asked.getCredentials());
      if (!logins.allows(name) || password.length() > 200) {
        throw new BadCredentialsException("refused");
      }
      return StaffSessions.known(
          accounts.login(name, password).orElseThrow(() -> new BadCredentialsException("refused")));
    }

    @Override
    public boolean supports(Class<?> kind) {
      return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
  }

  /** Knows programs by their keys. A key that is wrong is refused, whatever else is shown. */
  private static final class Keys extends OncePerRequestFilter {
    private final Accounts accounts;

    Keys(Accounts accounts) {
      this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      Optional<String> key = key(request);
      if (key.isEmpty()) {
        chain.doFilter(request, response);
        return;
      }
      Optional<Principal> who = accounts.key(key.get());
      if (who.isEmpty()) {
        Refusals.unknown(request, response);
        return;
      }
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(
          UsernamePasswordAuthenticationToken.authenticated(who.get(), null, rights(who.get())));
      SecurityContextHolder.setContext(context);
      chain.doFilter(request, response);
    }
  }

  /** Where a request is refused before it reaches the API. */
  private static final class Refusals {
    static void unknown(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setHeader("WWW-Authenticate", "Bearer");
      Problems.say(request, response, HttpStatus.UNAUTHORIZED, "Log in, or show a valid key.");
    }

    /** To somebody whom we know: a forged form, no such address, or one that is not for them. */
    static void forbidden(
        HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
        throws IOException {
      List<String> methods =
          Route.all().stream()
              .filter(route -> matcher(route.path()).matches(request))
              .map(Route::method)
              .distinct()
              .toList();
      if (why instanceof CsrfException) {
        Problems.say(
            request, response, HttpStatus.FORBIDDEN, "The token against forgery is missing.");
      } else if (methods.contains(request.getMethod())) {
        Problems.say(request, response, HttpStatus.FORBIDDEN, "Your role does not allow this.");
      } else if (methods.isEmpty()) {
        Problems.say(request, response, HttpStatus.NOT_FOUND, "There is no such address.");
      } else {
        response.setHeader("Allow", String.join(", ", methods));
        Problems.say(
            request,
            response,
            HttpStatus.METHOD_NOT_ALLOWED,
            "This address takes " + String.join(", ", methods) + ".");
      }
    }
  }
}
