package io.heyue.app.api;

import io.heyue.app.house.House;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Money;
import io.heyue.store.intake.HeaderMapping;
import io.heyue.store.intake.ImportKind;
import io.heyue.store.intake.ImportOptions;
import io.heyue.store.intake.ImportReport;
import io.heyue.store.intake.Importer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files of a lender coming in. A file is laid down on disk first, whatever its length, since it is
 * read twice: once for its form, once for its rows.
 */
@RestController
@RequestMapping("/api/v1/imports")
public final class ImportsApi {
  private final House house;

  ImportsApi(House house) {
    this.house = house;
  }

  /**
   * What became of a file.
   *
   * @param rejectedFile on the server, where rows were rejected
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
      @Nullable String rejectedFile) {}

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

  @GetMapping
  Page<RunView> runs(@RequestParam(defaultValue = "50") int limit) {
    int most = Page.limit(limit);
    return new Page<>(
        house
            .store()
            .database()
            .transactor()
            .get(sql ->
                sql.list(
                    "select * from import_run order by started_at desc limit ?",
                    row ->
                        new RunView(
                            row.uuid("id"),
                            row.text("kind"),
                            row.instant("started_at"),
                            row.instant("finished_at"),
                            row.number("inserted"),
                            row.number("updated"),
                            row.number("unchanged"),
                            row.number("rejected")),
                    most)),
        null);
  }

  @PostMapping(path = "/{kind}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ImportView upload(
      @PathVariable String kind,
      @RequestParam MultipartFile file,
      @RequestParam(required = false) @Nullable MultipartFile mapping,
      @RequestParam(defaultValue = "zh") String lang,
      @RequestParam(defaultValue = "") String lender,
      @RequestParam(required = false) @Nullable String licence)
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
    return run(kind, file.getInputStream(), headers, lang, lender, licence);
  }

  @PostMapping(
      path = "/{kind}",
      consumes = {"text/csv", MediaType.APPLICATION_OCTET_STREAM_VALUE})
  ImportView stream(
      @PathVariable String kind,
      HttpServletRequest request,
      @RequestParam(defaultValue = "zh") String lang,
      @RequestParam(defaultValue = "") String lender,
      @RequestParam(required = false) @Nullable String licence)
      throws IOException {
    return run(kind, request.getInputStream(), HeaderMapping.builtIn(), lang, lender, licence);
  }

  private ImportView run(
      String kind,
      InputStream in,
      HeaderMapping headers,
      String lang,
      String lender,
      @Nullable String licence) {
    ImportKind meant = ImportKind.find(kind).orElseThrow(() -> Problems.none("kind of import"));
    Lang language =
        Lang.find(lang).orElseThrow(() -> new Unusable("lang must be zh or en; it is neither."));
    Path file = lay(in);
    Path rejected = folder().resolve(UUID.randomUUID() + "-rejected.csv");
    try {
      ImportReport report =
          new Importer(house.store().database(), house.store().vault(), headers, house.clock())
              .run(
                  meant,
                  file,
                  new ImportOptions(
                      language,
                      rejected,
                      ZoneId.of("Asia/Shanghai"),
                      Money.CNY,
                      lender,
                      licence(licence)));
      return view(report);
    } finally {
      delete(file);
    }
  }

  private static Optional<Licence> licence(@Nullable String id) {
    return id == null
        ? Optional.empty()
        : Optional.of(
            Licence.find(id).orElseThrow(() -> new Unusable("licence is none that is known.")));
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
        report.rejected() == 0 ? null : report.rejectedFile().toString());
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
