package io.heyue.app.cli;

import io.heyue.app.installation.Installation;
import io.heyue.app.installation.Settings;
import io.heyue.app.installation.SettingsReader;
import io.heyue.app.installation.Storehouse;
import io.heyue.core.base.Lang;
import io.heyue.core.base.Licence;
import io.heyue.store.intake.HeaderMapping;
import io.heyue.store.intake.ImportKind;
import io.heyue.store.intake.ImportOptions;
import io.heyue.store.intake.ImportReport;
import io.heyue.store.intake.Importer;
import io.heyue.store.ledger.Ledger;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a lender's file in, whether the server runs or not. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Bring in a CSV file: UTF-8 or GB18030, with commas, tabs or semicolons, in Chinese or",
      "English. Rows that can't be used are listed in rejected.csv (in rejected-2.csv if that is there",
      "already, and so on: no list is lost); the rest goes in. The server may run meanwhile."
    })
final class ImportCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Parameters(index = "0", paramLabel = "KIND", description = "accounts, contacts or payments.")
  private String kind = "";

  @Parameters(index = "1", paramLabel = "FILE", description = "The file.")
  private Path file = Path.of("");

  @Option(names = "--mapping", description = "A YAML file that says which header means what.")
  private @Nullable Path mapping;

  @Option(names = "--lang", description = "zh or en: of the reasons. Default: zh.")
  private String lang = "zh";

  @Option(
      names = "--rejected",
      description =
          "Where rejected rows are listed; a number is added if that is there already. Default:"
              + " rejected.csv.")
  private Path rejected = Path.of("rejected.csv");

  @Option(names = "--lender", description = "The lender of rows that name none.")
  private @Nullable String lender;

  @Option(names = "--licence", description = "Its licence: bank, consumer_finance, micro_loan ...")
  private @Nullable String licence;

  @Option(names = "--zone", description = "The zone of times. Default: Asia/Shanghai.")
  private String zone = "Asia/Shanghai";

  @Option(names = "--currency", description = "Of sums that name none. Default: CNY.")
  private String currency = "CNY";

  @Option(names = "--demo", description = "Into the demonstration's data folder.")
  private boolean demo;

  ImportCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    ImportKind meant =
        ImportKind.find(kind)
            .orElseThrow(() ->
                new Misused(
                    "There is nothing to import that is called '"
                        + kind
                        + "'. Maybe one of accounts, contacts, payments was meant."));
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new Stopped("File " + file + " can't be read. Maybe its name is misspelt.");
    }
    ImportOptions options = options();
    HeaderMapping headers = mapping == null ? HeaderMapping.builtIn() : HeaderMapping.read(mapping);
    Installation installation =
        demo ? Installation.demo(environment) : Installation.real(environment);
    Settings settings = SettingsReader.read(installation, environment);
    try (Storehouse store = Storehouse.open(installation, settings, InstantSource.system())) {
      ImportReport report =
          new Importer(
                  store.database(),
                  store.vault(),
                  Ledger.open(installation.folder(), store.vault()),
                  headers,
                  InstantSource.system())
              .run(meant, file, options);
      print(report, options.language(), System.out);
    }
    return CommandLineDoor.DONE;
  }

  private ImportOptions options() {
    Lang language =
        Lang.find(lang)
            .orElseThrow(() -> new Misused("--lang is " + lang + "; zh or en is known."));
    ZoneId times;
    Currency money;
    try {
      times = ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw new Misused("--zone " + zone + " is unknown. Maybe Asia/Shanghai was meant.");
    }
    try {
      money = Currency.getInstance(currency);
    } catch (IllegalArgumentException e) {
      throw new Misused("--currency " + currency + " is no ISO 4217 code. Maybe CNY was meant.");
    }
    return new ImportOptions(
        language, rejected, times, money, lender == null ? "" : lender, licence());
  }

  private Optional<Licence> licence() {
    if (licence == null) {
      return Optional.empty();
    }
    String words =
        Arrays.stream(Licence.values()).map(Licence::id).collect(Collectors.joining(", "));
    return Optional.of(
        Licence.find(licence)
            .orElseThrow(() ->
                new Misused("--licence " + licence + " is unknown; known are " + words + ".")));
  }

  private void print(ImportReport report, Lang lang, PrintStream out) {
    boolean chinese = lang == Lang.ZH;
    out.printf(
        chinese
            ? "共 %d 行：新增 %d，更新 %d，未变 %d，拒绝 %d（%s，分隔符“%s”）%n"
            : "%d rows: %d new, %d changed, %d as they were, %d rejected (%s, '%s')%n",
        report.rows(),
        report.inserted(),
        report.updated(),
        report.unchanged(),
        report.rejected(),
        report.encoding(),
        report.delimiter() == '\t' ? "TAB" : String.valueOf(report.delimiter()));
    if (report.seenBefore()) {
      out.println(
          chinese
              ? "同一文件以前用同样的映射和选项导入过。"
              : "The very same file was imported before, with the same mapping and options.");
    }
    if (!report.ignoredHeaders().isEmpty()) {
      out.println(
          (chinese ? "未识别的列：" : "Columns that mean nothing to us: ")
              + String.join(", ", report.ignoredHeaders()));
    }
    if (report.rejected() > 0) {
      Path listed = report.rejectedFile().toAbsolutePath().normalize();
      out.println(
          chinese
              ? file.getFileName() + " 中被拒绝的行见 " + listed
              : "The rejected rows of " + file.getFileName() + " are listed in " + listed);
    }
  }
}
