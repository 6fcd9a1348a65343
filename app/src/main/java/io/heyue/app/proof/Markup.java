package io.heyue.app.proof;

/** HTML as it is written: what comes from a record is always escaped. */
final class Markup {
  private final StringBuilder out = new StringBuilder(1 << 14);

  /** Markup of ours, as it stands. */
  Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  /** An element that holds only text. */
  Markup text(String element, String text) {
    return open(element).say(text).close(element);
  }

  /** Text, escaped. */
  Markup say(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> {
          if (c >= 0x20 || c == '\n' || c == '\t') {
            out.append(c);
          } else {
            out.append('?');
          }
        }
      }
    }
    return this;
  }

  /** Begins an element; {@code p class=x} has attributes. */
  Markup open(String element) {
    out.append('<').append(element).append('>');
    return this;
  }

  Markup close(String element) {
    int cut = element.indexOf(' ');
    out.append("</").append(cut < 0 ? element : element.substring(0, cut)).append('>');
    return this;
  }

  String html() {
    return out.toString();
  }
}
