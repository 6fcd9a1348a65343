package io.heyue.app.engine;

import io.heyue.core.portfolio.Case;
import io.heyue.core.portfolio.CaseEvent;
import io.heyue.core.portfolio.Dossier;
import io.heyue.store.cases.Cases;
import java.util.ArrayList;
import java.util.List;

/**
 * A case with everything that a decision on it must know.
 *
 * @param stored the case as it is kept
 * @param news what has become known since and must be appended before anything else
 * @param dossier the case after the news, the person, the lender's mandate
 */
record Folder(Case stored, List<CaseEvent> news, Dossier dossier) {
  Folder {
    news = List.copyOf(news);
  }

  /** The news and then {@code events}, to be appended. */
  Cases.Change with(List<? extends CaseEvent> events) {
    List<CaseEvent> all = new ArrayList<>(news);
    all.addAll(events);
    return new Cases.Change(stored, all);
  }
}
