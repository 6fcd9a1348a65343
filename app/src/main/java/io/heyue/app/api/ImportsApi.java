package io.heyue.app.api;

import io.heyue.app.access.Principal;
import io.heyue.app.house.House;
import io.heyue.app.web.Repeats;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Money;
import io.heyue.store.intake.HeaderMapping;
import io.heyue.store.intake.ImportKind;
import io.heyue.store.intake.ImportOptions;
import io.heyue.store.intake.ImportReport;
import io.heyue.store.intake.Importer;
import io.heyue.store.postgres.Row;
import io.heyue.store.postgres.Transactor;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/**
 * Files of a lender coming in. A file is laid down on disk first, whatever its length, since it is
 * read twice: once for its form, once for its rows.
 */
@RestController
@RequestMapping("/api/v1/imports")
public final class ImportsApi {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final House house;
  private final Repeats repeats;

  ImportsApi(House house, Repeats repeats) {
    this.house = house;
    this.repeats = repeats;
  }

  /**
   * What became of a file.
   *
   * @param rejectedRows where the rejected rows are to be had, if there are any
   */
  public record ImportView(
      UUID id,
      String kind,
      long inserted,
      long updated,
      long unchanged,
      long rejected,
      Map<String, Long> reasons,
      String encoding,
      List<String> ignoredHeaders,
      boolean seenBefore,
      @Nullable String rejectedRows) {}

  /** An import as it is remembered. */
  public record RunView(
      UUID id,
      String kind,
      Instant startedAt,
      Instant finishedAt,
      long inserted,
      long updated,
      long unchanged,
      long rejected) {}

  /** All, the latest first. */
  @GetMapping
  Page<RunView> runs(
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "50") int limit) {
    int most = Page.limit(limit);
    return Page.of(
        transactor()
            .get(sql ->
                sql.list(
                    """
                    select * from import_run where ?::uuid is null or (started_at, id) <
                        (select started_at, id from import_run where id = ?)
                    order by started_at desc, id desc limit ?
                    """,
                    ImportsApi::run,
                    after,
                    after,
                    most + 1)),
        most,
        view -> view.id().toString());
  }

  @GetMapping("/{id}")
  RunView one(@PathVariable UUID id) {
    return transactor()
        .get(sql -> sql.find("select * from import_run where id = ?", ImportsApi::run, id))
        .orElseThrow(() -> Problems.none("import"));
  }

  /**
   * The rows that were rejected by an import through this API: row, column, masked value, reason.
   */
  @GetMapping(path = "/{id}/rejected", produces = "text/csv")
  ResponseEntity<FileSystemResource> rejected(@PathVariable UUID id) {
    Path file = rejectedFile(id);
    if (!Files.exists(file)) {
      throw Problems.none("file of rejected rows: none was rejected, or the command line imported");
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header("Content-Disposition", "attachment; filename=\"rejected.csv\"")
        .body(new FileSystemResource(file));
  }

  private Path rejectedFile(UUID id) {
    return folder().resolve(id + "-rejected.csv");
  }

  private Transactor transactor() {
    return house.store().database().transactor();
  }

  private static RunView run(Row row) {
    return new RunView(
        row.uuid("id"),
        row.text("kind"),
        row.instant("started_at"),
        row.instant("finished_at"),
        row.number("inserted"),
        row.number("updated"),
        row.number("unchanged"),
        row.number("rejected"));
  }

  /** Brings a file in, with a mapping of its headers if that is given. */
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @PostMapping(path = "/{kind}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<String> upload(
      @PathVariable String kind,
      @RequestParam MultipartFile file,
      @RequestParam(required = false) @Nullable MultipartFile mapping,
      @RequestParam(defaultValue = "zh") String lang,
      @RequestParam(defaultValue = "") String lender,
      @RequestParam(required = false) @Nullable String licence,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @AuthenticationPrincipal Principal who)
      throws IOException {
    HeaderMapping headers = HeaderMapping.builtIn();
    if (mapping != null) {
      Path laid = lay(mapping.getInputStream());
      try {
        headers = HeaderMapping.read(laid);
      } finally {
        Files.delete(laid);
      }
    }
    return once(kind, file.getInputStream(), who, key, asked(headers, lang, lender, licence));
  }

  /** Brings a file in that is the body of the request. */
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ImportView.class)))
  @PostMapping(
      path = "/{kind}",
      consumes = {"text/csv", MediaType.APPLICATION_OCTET_STREAM_VALUE})
  ResponseEntity<String> stream(
      @PathVariable String kind,
      HttpServletRequest request,
      @RequestParam(defaultValue = "zh") String lang,
      @RequestParam(defaultValue = "") String lender,
      @RequestParam(required = false) @Nullable String licence,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @AuthenticationPrincipal Principal who)
      throws IOException {
    return once(
        kind,
        request.getInputStream(),
        who,
        key,
        asked(HeaderMapping.builtIn(), lang, lender, licence));
  }

  /** How a file is to be read. */
  private record Asked(HeaderMapping headers, Lang lang, String lender, Optional<Licence> licence) {
    ImportOptions options(Path rejected) {
      return new ImportOptions(
          lang, rejected, ZoneId.of("Asia/Shanghai"), Money.CNY, lender, licence);
    }
  }

  private static Asked asked(
      HeaderMapping headers, String lang, String lender, @Nullable String licence) {
    return new Asked(
        headers,
        Lang.find(lang).orElseThrow(() -> new Unusable("lang must be zh or en; it is neither.")),
        lender,
        licence(licence));
  }

  /** Imports; a request that is repeated with its key is answered as the first one was. */
  private ResponseEntity<String> once(
      String kind, InputStream in, Principal who, @Nullable String key, Asked asked) {
    ImportKind meant = ImportKind.find(kind).orElseThrow(() -> Problems.none("kind of import"));
    if (key != null && (key.isBlank() || key.length() > Repeats.LONGEST_KEY)) {
      throw new Unusable("Idempotency-Key is empty or too long.");
    }
    Path file = lay(in);
    try {
      return key == null
          ? json(run(meant, file, asked), false)
          : once(meant, file, who, key, asked);
    } finally {
      delete(file);
    }
  }

  private ResponseEntity<String> once(
      ImportKind kind, Path file, Principal who, String key, Asked asked) {
    byte[] request =
        Repeats.digest(
            "POST",
            kind.id()
                + " "
                + asked.lang().code()
                + " "
                + asked.options(file).reading(asked.headers()).hex(),
            digest(file));
    return switch (repeats.begin(who.name(), key, request)) {
      case Repeats.Finding.Answered answered -> json(answered.body(), true);
      case Repeats.Finding.AtWork _ -> throw new AtWork();
      case Repeats.Finding.Other _ ->
          throw new Unusable("This Idempotency-Key was used for another request.");
      case Repeats.Finding.First _ -> {
        boolean done = false;
        try {
          String body = run(kind, file, asked);
          done = true;
          repeats.done(
              who.name(),
              key,
              new Repeats.Finding.Answered(200, MediaType.APPLICATION_JSON_VALUE, body));
          yield json(body, false);
        } finally {
          if (!done) {
            repeats.undone(who.name(), key);
          }
        }
      }
    };
  }

  private static ResponseEntity<String> json(String body, boolean again) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
    return (again ? answer.header("Idempotent-Replayed", "true") : answer).body(body);
  }

  private String run(ImportKind kind, Path file, Asked asked) {
    Path rejected = rejectedFile(UUID.randomUUID());
    try {
      ImportReport report =
          new Importer(
                  house.store().database(),
                  house.store().vault(),
                  house.ledger(),
                  asked.headers(),
                  house.clock())
              .run(kind, file, asked.options(rejected));
      if (report.rejected() > 0) {
        Files.move(report.rejectedFile(), rejectedFile(report.id()));
      }
      return JSON.writeValueAsString(view(report));
    } catch (IOException e) {
      throw new UncheckedIOException("The file of rejected rows can't be kept.", e);
    } finally {
      delete(rejected);
    }
  }

  private static byte[] digest(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Repeats.digest(in);
    } catch (IOException e) {
      throw new UncheckedIOException("The file can't be read back.", e);
    }
  }

  private static Optional<Licence> licence(@Nullable String id) {
    return OneOf.find("licence", id, List.of(Licence.values()), Licence::id);
  }

  private static ImportView view(ImportReport report) {
    Map<String, Long> reasons = new TreeMap<>();
    report
        .reasons()
        .forEach((reason, count) ->
            reasons.put(reason.name().toLowerCase(java.util.Locale.ROOT), count));
    return new ImportView(
        report.id(),
        report.kind().id(),
        report.inserted(),
        report.updated(),
        report.unchanged(),
        report.rejected(),
        reasons,
        report.encoding(),
        report.ignoredHeaders(),
        report.seenBefore(),
        report.rejected() == 0 ? null : "/api/v1/imports/" + report.id() + "/rejected");
  }

  private Path folder() {
    try {
      return Files.createDirectories(house.installation().folder().resolve("imports"));
    } catch (IOException e) {
      throw new UncheckedIOException("The folder for imports can't be made.", e);
    }
  }

  /** The file on disk, readable by us alone. */
  private Path lay(InputStream in) {
    try (in) {
      Path file = Files.createTempFile(folder(), "import", ".csv");
      Files.copy(in, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException("The file can't be kept. Maybe the disk is full.", e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("A file that was imported can't be deleted.", e);
    }
  }
}
