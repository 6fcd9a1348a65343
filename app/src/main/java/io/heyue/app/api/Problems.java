package io.heyue.app.api;

import io.heyue.store.cases.VersionConflict;
import io.heyue.store.intake.ImportFailure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.DatabindException;

/**
 * What went wrong, by RFC 9457. A detail names the place and never repeats what was sent: it may
 * hold what somebody typed into the wrong field.
 */
@RestControllerAdvice
public final class Problems extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  /** Something asked for that isn't there. */
  static NoSuchElementException none(String what) {
    return new NoSuchElementException("There is no such " + what + ".");
  }

  /** Answers a request that is refused before it reaches the API. */
  public static void say(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    response.setStatus(status.value());
    if (ErrorPage.isWished(request)) {
      response.setContentType("text/html;charset=UTF-8");
      response.getWriter().write(ErrorPage.of(status));
      return;
    }
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getWriter()
        .write(
            "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"instance\":\"%s\"}"
                .formatted(status.getReasonPhrase(), status.value(), detail, instance()));
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
  ProblemDetail atWork(AtWork failure) {
    return problem(HttpStatus.CONFLICT, String.valueOf(failure.getMessage()));
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
    HttpHeaders more = new HttpHeaders(headers);
    if (request instanceof ServletWebRequest web && ErrorPage.isWished(web.getRequest())) {
      more.setContentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
      return ResponseEntity.status(status).headers(more).body(ErrorPage.of(known));
    }
    more.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    return ResponseEntity.status(status).headers(more).body(problem(known, detail(failure)));
  }

  /** What the caller can do about it; names of fields are ours, values are never repeated. */
  private static String detail(Exception failure) {
    return switch (failure) {
      case MethodArgumentTypeMismatchException mismatch ->
          "'"
              + mismatch.getName()
              + "' is not of the form that the description of the API asks for.";
      case MissingServletRequestParameterException missing ->
          "'" + missing.getParameterName() + "' is missing.";
      case MissingServletRequestPartException missing ->
          "Part '" + missing.getRequestPartName() + "' is missing.";
      case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
      case HttpMediaTypeNotSupportedException unsupported ->
          "The body must be one of " + unsupported.getSupportedMediaTypes() + ".";
      case HttpMediaTypeNotAcceptableException unacceptable ->
          "The answer can be one of " + unacceptable.getSupportedMediaTypes() + ".";
      case HttpRequestMethodNotSupportedException unsupported ->
          "This address takes " + unsupported.getSupportedHttpMethods() + ".";
      case MaxUploadSizeExceededException _ -> "The file is too large.";
      case NoResourceFoundException _ -> "There is no such address.";
      default -> "The request can't be read. The description of the API says how.";
    };
  }

  private static String unreadable(HttpMessageNotReadableException failure) {
    if (!(failure.getCause() instanceof DatabindException fault) || fault.getPath().isEmpty()) {
      return "The body is missing or is no JSON object.";
    }
    StringBuilder path = new StringBuilder();
    fault
        .getPath()
        .forEach(step -> {
          String name = step.getPropertyName();
          path.append(path.isEmpty() || name == null ? "" : ".").append(name == null ? "[]" : name);
        });
    return "'" + path + "' is unknown or not of the form that the description of the API asks for.";
  }

  private static ProblemDetail problem(HttpStatus status, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(status.getReasonPhrase());
    problem.setInstance(instance());
    return problem;
  }

  /** Not the address, which is the default: somebody may have typed a number into it. */
  private static URI instance() {
    return URI.create("urn:uuid:" + UUID.randomUUID());
  }
}
