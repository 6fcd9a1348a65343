package io.heyue.core.law;

/**
 * Where a rule stands.
 *
 * @param document the law, regulation or standard
 * @param article the part of it
 * @param link where it can be read; empty where it is not published
 */
public record Citation(String document, String article, String link) {
  /** As people cite it. */
  public String brief() {
    return article.isEmpty() ? document : document + " " + article;
  }
}
