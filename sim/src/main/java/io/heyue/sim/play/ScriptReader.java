package io.heyue.sim.play;

import io.heyue.core.base.Lang;
import io.heyue.core.base.Licence;
import io.heyue.core.base.Money;
import io.heyue.core.base.Rate;
import io.heyue.core.portfolio.Account;
import io.heyue.core.portfolio.Lender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a script from JSON; only its lines are needed. */
final class ScriptReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-23T10:00:00+08:00");
  private static final int DAYS_PAST_DUE = 18;

  private static final List<String> SCRIPT =
      List.of("account", "borrower", "payments", "mandate", "now", "lang", "lines");
  private static final List<String> ACCOUNT =
      List.of(
          "overdue",
          "currency",
          "daysPastDue",
          "dueDate",
          "product",
          "balance",
          "principal",
          "minimum",
          "contractDate",
          "contractRate",
          "overdueRate",
          "creditReporting",
          "creditNotice",
          "lastDemandOrAcknowledgment",
          "assigned",
          "assignmentNotice",
          "lender",
          "licence",
          "lenderPlace",
          "tail");
  private static final List<String> BORROWER =
      List.of("name", "identityNumber", "payDay", "zone", "place");
  private static final List<String> MANDATE =
      List.of("promiseWithinDays", "extensionDays", "instalments", "leastInstalment", "reduction");

  private ScriptReader() {}

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException naming what is wrong in it
   */
  static Script read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "There is no file " + file + ". Maybe it lies in another folder.");
    }
    try {
      return script(new Fields("script", JSON.readTree(Files.readString(file)), SCRIPT));
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "File " + file + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Script script(Fields fields) {
    OffsetDateTime now =
        fields
            .read("now", "a time with its offset such as " + NOW, OffsetDateTime::parse)
            .orElse(NOW);
    Lang lang =
        fields
            .read(
                "lang",
                "zh or en",
                tag -> Lang.find(tag).orElseThrow(() -> new IllegalArgumentException(tag)))
            .orElse(Lang.ZH);
    JsonNode none = JSON.createObjectNode();
    Fields account = new Fields("account", fields.find("account").orElse(none), ACCOUNT);
    Fields borrower = new Fields("borrower", fields.find("borrower").orElse(none), BORROWER);
    Fields mandate = new Fields("mandate", fields.find("mandate").orElse(none), MANDATE);
    ZoneId zone = zone(borrower);
    Script.Loan loan =
        loan(
            account,
            lang,
            zone == null ? now.toLocalDate() : now.atZoneSameInstant(zone).toLocalDate());
    return new Script(
        loan,
        new Script.Who(
            borrower.text("name").orElse(lang == Lang.ZH ? "沈青禾" : "Rowan Lark"),
            borrower.text("identityNumber").orElse("990101199001013105"),
            borrower.isNull("place") ? null : borrower.text("place").orElse("CN"),
            zone,
            borrower.whole("payDay")),
        payments(fields, loan.overdue().currency()),
        new Script.Limits(
            mandate.whole("promiseWithinDays"),
            mandate.whole("extensionDays"),
            mandate.whole("instalments"),
            mandate.decimal("leastInstalment"),
            mandate.decimal("reduction")),
        now,
        lang,
        lines(fields));
  }

  private static @Nullable ZoneId zone(Fields borrower) {
    return borrower.isNull("zone")
        ? null
        : borrower
            .read("zone", "a time zone such as Asia/Shanghai", ZoneId::of)
            .orElse(ZoneId.of("Asia/Shanghai"));
  }

  private static Script.Loan loan(Fields fields, Lang lang, LocalDate today) {
    Currency currency =
        fields
            .read("currency", "an ISO 4217 code such as CNY", Currency::getInstance)
            .orElse(Money.CNY);
    Money overdue = sum(fields, "overdue", currency).orElse(money("3280.50", currency));
    LocalDate due =
        fields
            .day("dueDate")
            .orElse(today.minusDays(fields.whole("daysPastDue").orElse(DAYS_PAST_DUE)));
    return new Script.Loan(
        new Lender(
            fields.text("lender").orElse(lang == Lang.ZH ? "青禾消费金融" : "Greenfield Finance"),
            fields
                .read(
                    "licence",
                    licences(),
                    id -> Licence.find(id).orElseThrow(() -> new IllegalArgumentException(id)))
                .orElse(Licence.CONSUMER_FINANCE),
            fields.text("lenderPlace").orElse("CN")),
        fields.text("product").orElse(lang == Lang.ZH ? "消费贷" : "consumer loan"),
        fields.text("tail").orElse("8806"),
        fields.day("contractDate"),
        sum(fields, "principal", currency),
        sum(fields, "balance", currency),
        overdue,
        sum(fields, "minimum", currency),
        due,
        rate(fields, "contractRate", "0.156"),
        rate(fields, "overdueRate", "0.2028"),
        new Account.LegalFacts(
            fields.flag("creditReporting"),
            fields.day("creditNotice").orElse(null),
            fields.day("lastDemandOrAcknowledgment").orElse(null),
            assigned(fields),
            fields.day("assignmentNotice").orElse(null)));
  }

  /** Not assigned where nothing is said; unknown where null is. */
  private static @Nullable Boolean assigned(Fields fields) {
    if (fields.isNull("assigned")) {
      return null;
    }
    Boolean told = fields.flag("assigned");
    return told == null ? Boolean.FALSE : told;
  }

  private static String licences() {
    return "one of " + Arrays.stream(Licence.values()).map(Licence::id).toList();
  }

  private static Rate rate(Fields fields, String key, String usual) {
    return fields
        .read(key, "a fraction a year such as \"0.156\"", Rate::parse)
        .orElse(Rate.parse(usual));
  }

  private static Optional<Money> sum(Fields fields, String key, Currency currency) {
    return fields.read(key, "a sum such as \"3280.50\"", text -> Money.parse(text, currency));
  }

  private static Money money(String text, Currency currency) {
    return Money.parse(currency.getDefaultFractionDigits() < 2 ? "3280" : text, currency);
  }

  private static List<Script.Payment> payments(Fields fields, Currency currency) {
    List<Script.Payment> payments = new ArrayList<>();
    fields
        .find("payments")
        .ifPresent(list ->
            list.forEach(item -> {
              Fields payment = new Fields("payment", item, List.of("amount", "on"));
              payments.add(
                  new Script.Payment(
                      sum(payment, "amount", currency)
                          .orElseThrow(() -> lacks("payment", "amount")),
                      payment.day("on").orElseThrow(() -> lacks("payment", "on"))));
            }));
    return payments;
  }

  private static List<String> lines(Fields fields) {
    JsonNode lines = fields.find("lines").orElseThrow(() -> lacks("script", "lines"));
    if (!lines.isArray()) {
      throw new IllegalArgumentException("The key 'lines' must be a list of texts.");
    }
    List<String> texts = new ArrayList<>();
    lines.forEach(line ->
        texts.add(line.isNull() ? "" : (line.isString() ? line.stringValue() : line.toString())));
    return texts;
  }

  private static IllegalArgumentException lacks(String where, String key) {
    return new IllegalArgumentException("The " + where + " needs the key '" + key + "'.");
  }
}
