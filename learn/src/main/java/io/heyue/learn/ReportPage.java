package io.heyue.learn;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes a report as a page that needs nothing beside it. */
final class ReportPage {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>{title}</title>
      <style>
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff }
      table { border-collapse: collapse; margin: 1rem 0 2rem } th, td { padding: .25rem .75rem; text-align: right; border-bottom: 1px solid #ddd }
      th:first-child, td:first-child, .left { text-align: left } .bar { display: inline-block; height: .7em; background: #2b6cb0 }
      .weak td { color: #b00020 } dt { font-weight: 600 } dd { margin: 0 0 .5rem; word-break: break-all }
      @media (prefers-color-scheme: dark) { body { color: #ddd; background: #181818 } th, td { border-color: #444 } .weak td { color: #ff8a80 } }
      </style>
      </head>
      <body>
      """;

  /** Below this an answer is called weak. */
  private static final double WEAK = 0.85;

  private final StringBuilder page = new StringBuilder();

  private ReportPage() {}

  static String of(Report report, Optional<Comparison> comparison) {
    ReportPage page = new ReportPage();
    page.page.append(HEAD.replace("{title}", report.name()));
    page.line("<h1>%s</h1>", report.name());
    page.line(
        "<p>Measured on sentences that were held back, with the model in eight bits, one thread:"
            + " p50 %d µs, p99 %d µs.</p>",
        report.p50Micros(), report.p99Micros());
    comparison.ifPresent(page::comparison);
    report.figures().forEach(page::figures);
    if (!report.marks().isEmpty()) {
      page.line("<h2>Right or wrong by itself</h2>");
      page.classes(report.marks());
    }
    page.line("<h2>Provenance</h2><dl>");
    report.provenance().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(each ->
            page.line("<dt>%s</dt><dd>%s</dd>", escaped(each.getKey()), escaped(each.getValue())));
    page.line("</dl></body></html>");
    return page.page.toString();
  }

  private void comparison(Comparison comparison) {
    line("<h2>Beside the model that is used</h2>");
    line(
        "<p>%s is used, %s is new; both examined on the same %d sentences.</p>",
        escaped(comparison.used()), comparison.candidate(), comparison.sentences());
    for (Comparison.OfQuestion question : comparison.questions()) {
      line("<h3>%s</h3>", question.question());
      line(
          "<p>macro-F1 %s, accuracy %s, calibration error %s</p>",
          question.macroF1(), question.accuracy(), question.calibrationError());
      changes(question.better(), question.worse());
    }
    if (!comparison.marks().isEmpty()) {
      line("<h3>Right or wrong by itself</h3><p>macro-F1 %s</p>", comparison.markedF1());
      changes(comparison.betterMarks(), comparison.worseMarks());
    }
  }

  private void changes(List<Comparison.Change> better, List<Comparison.Change> worse) {
    line("<table><tr><th>answer</th><th>cases</th><th>F1</th><th>gain</th></tr>");
    Stream.concat(better.stream(), worse.stream())
        .forEach(change ->
            line(
                "<tr%s><td>%s</td><td>%d</td><td>%s</td><td>%+.3f</td></tr>",
                change.f1().gain() < 0 ? " class=\"weak\"" : "",
                change.answer(),
                change.cases(),
                change.f1(),
                change.f1().gain()));
    line("</table>");
  }

  private void figures(Figures figures) {
    line("<h2>%s</h2>", figures.question());
    line(
        "<p>%d asked; accuracy %.3f, macro-F1 %.3f, calibration error %.3f.</p>",
        figures.asked(), figures.accuracy(), figures.macroF1(), figures.calibrationError());
    line("<table><tr><th>at least so sure</th><th>share of all</th><th>right</th></tr>");
    figures
        .curve()
        .forEach(each ->
            line(
                "<tr><td>%.2f</td><td>%.3f</td><td>%.3f</td></tr>",
                each.confidence(), each.share(), each.right()));
    line("</table>");
    classes(figures.classes());
    line("<table><tr><th>was</th><th>taken for</th><th>times</th></tr>");
    figures
        .confusions()
        .forEach(each ->
            line(
                "<tr><td>%s</td><td>%s</td><td>%d</td></tr>",
                each.right(), each.given(), each.times()));
    line("</table>");
  }

  private void classes(List<Figures.ByClass> classes) {
    line(
        "<table><tr><th>answer</th><th>cases</th><th>precision</th><th>recall</th><th>F1</th>"
            + "<th></th></tr>");
    classes.stream()
        .sorted(Comparator.comparingDouble(Figures.ByClass::f1))
        .forEach(each ->
            line(
                "<tr%s><td>%s</td><td>%d</td><td>%.3f</td><td>%.3f</td><td>%.3f</td>"
                    + "<td class=\"left\"><span class=\"bar\" style=\"width:%.0fpx\"></span></td></tr>",
                each.f1() < WEAK ? " class=\"weak\"" : "",
                each.answer(),
                each.right(),
                each.precision(),
                each.recall(),
                each.f1(),
                100 * each.f1()));
    line("</table>");
  }

  @FormatMethod
  private void line(@FormatString String format, Object... values) {
    page.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
