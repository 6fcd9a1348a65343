package io.heyue.app.api;

import io.heyue.app.access.OwnPassword;
import io.heyue.app.access.Principal;
import io.heyue.app.access.Session;
import io.heyue.app.web.Limiter;
import io.heyue.app.web.StaffSessions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own password. */
@RestController
@RequestMapping("/api/v1")
public final class PasswordApi {
  private final OwnPassword own;
  private final Limiter logins;

  PasswordApi(OwnPassword own, Limiter logins) {
    this.own = own;
    this.logins = logins;
  }

  /** The password as it is and as it shall be. */
  public record PasswordBody(@Nullable String oldPassword, @Nullable String newPassword) {
    @Override
    public String toString() {
      return "PasswordBody";
    }
  }

  /** All other sessions of the user end; this one goes on. */
  @PostMapping("/me/password")
  @Operation(
      description =
          "For users in a session, which sends X-CSRF-TOKEN; a key has no password. The session goes"
              + " on, all others of the user end.")
  @ApiResponse(
      responseCode = "204",
      description = "Changed; the user's other sessions ended.",
      content = @Content)
  @ApiResponse(
      responseCode = "429",
      description = "Too many tries in five minutes, logins included.",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(ref = "#/components/schemas/Problem")))
  ResponseEntity<?> change(
      @RequestBody PasswordBody body,
      @AuthenticationPrincipal Principal who,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!StaffSessions.isOne()) {
      throw new Unusable("A key has no password; users change theirs when they are logged in.");
    }
    if (!logins.allows(who.name())) {
      return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
          .body(
              ProblemDetail.forStatusAndDetail(
                  HttpStatus.TOO_MANY_REQUESTS, "Too many tries. Wait five minutes."));
    }
    Optional<Session> session;
    try {
      session =
          own.change(
              who.name(), String.valueOf(body.oldPassword()), String.valueOf(body.newPassword()));
    } catch (IllegalArgumentException e) {
      throw new Unusable(String.valueOf(e.getMessage()));
    }
    StaffSessions.renew(
        request,
        response,
        session.orElseThrow(() -> new Unusable("The old password is not right.")));
    return ResponseEntity.noContent().build();
  }
}
