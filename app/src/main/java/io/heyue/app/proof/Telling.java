package io.heyue.app.proof;

import io.heyue.core.base.Lang;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * Values of a record as the page tells them.
 *
 * @param zone by whose clock moments are told
 */
record Telling(Lang lang, PageWords words, ZoneId zone) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final List<String> DAYS_ZH = List.of("周一", "周二", "周三", "周四", "周五", "周六", "周日");
  private static final List<String> DAYS_EN =
      List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

  /** A moment in UTC. */
  static String utc(Instant at) {
    return MOMENT.format(at.atZone(ZoneOffset.UTC));
  }

  /** A moment on the person's clock. */
  String moment(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    List<String> days = lang == Lang.ZH ? DAYS_ZH : DAYS_EN;
    String offset = local.getOffset().getId().equals("Z") ? "" : local.getOffset().getId();
    return MOMENT.format(local)
        + " "
        + days.get(local.getDayOfWeek().getValue() - 1)
        + " (UTC"
        + offset
        + ")";
  }

  /** A value, whatever it is. */
  String value(JsonNode node) {
    List<String> parts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(each -> parts.add(value(each)));
      return parts.isEmpty() ? Labels.value("[]", lang) : String.join(words.semicolon(), parts);
    }
    if (node.isObject()) {
      return object(node);
    }
    String text = node.isNull() ? "" : node.asString("");
    try {
      return text.length() > 18 && text.endsWith("Z")
          ? moment(Instant.parse(text))
          : Labels.value(text, lang);
    } catch (DateTimeException e) {
      return text;
    }
  }

  private String object(JsonNode node) {
    // An id that is a record of one value.
    if (node.size() == 1 && node.has("value")) {
      return value(node.path("value"));
    }
    if (node.size() == 2 && node.path("minor").isNumber() && node.path("currency").isString()) {
      return money(node.path("minor").asLong(), node.path("currency").asString());
    }
    List<String> parts = new ArrayList<>();
    if (node.path("type").isString()) {
      parts.add(Labels.value(node.path("type").asString(), lang));
    }
    node.properties().stream()
        .filter(each -> !each.getKey().equals("type"))
        .forEach(each ->
            parts.add(Labels.name(each.getKey(), lang) + words.colon() + value(each.getValue())));
    return parts.isEmpty() ? Labels.value("{}", lang) : String.join(words.comma(), parts);
  }

  private static String money(long minor, String currency) {
    try {
      int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
      return BigDecimal.valueOf(minor, digits).toPlainString() + " " + currency;
    } catch (IllegalArgumentException e) {
      return minor + " " + currency;
    }
  }
}
