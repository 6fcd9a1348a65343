package io.heyue.app.api;

import io.heyue.store.cases.VersionConflict;
import io.heyue.store.intake.ImportFailure;
import java.net.URI;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * What went wrong, by RFC 9457. A detail never repeats what was sent: it may hold what somebody
 * typed into the wrong field.
 */
@RestControllerAdvice
public final class Problems extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** Something asked for that isn't there. */
  static NoSuchElementException none(String what) {
    return new NoSuchElementException("There is no such " + what + ".");
  }

  @ExceptionHandler
  ProblemDetail missing(NoSuchElementException failure) {
    return problem(HttpStatus.NOT_FOUND, String.valueOf(failure.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail unusable(Unusable failure) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(failure.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail unusable(ImportFailure failure) {
    return problem(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(failure.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail changed(VersionConflict failure) {
    return problem(HttpStatus.CONFLICT, "Somebody changed it at the same time. Try again.");
  }

  @ExceptionHandler
  ProblemDetail ours(RuntimeException failure) {
    LOG.error("A request failed.", failure);
    return problem(
        HttpStatus.INTERNAL_SERVER_ERROR, "This is our fault; the log of the server says more.");
  }

  @Override
  protected ResponseEntity<Object> handleExceptionInternal(
      Exception failure,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    HttpStatus known = HttpStatus.valueOf(status.value());
    return ResponseEntity.status(status)
        .headers(headers)
        .body(problem(known, "The request can't be read. The description of the API says how."));
  }

  private static ProblemDetail problem(HttpStatus status, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(status.getReasonPhrase());
    // Not the address, which is the default: somebody may have typed a number into it.
    problem.setInstance(URI.create("urn:uuid:" + UUID.randomUUID()));
    return problem;
  }
}
