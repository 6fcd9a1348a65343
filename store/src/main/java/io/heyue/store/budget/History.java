package io.heyue.store.budget;

import io.heyue.core.law.ContactFacts.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What persons were contacted by, and what numbers were: two people may share a telephone, and one
 * may have it as a mobile and as a landline.
 */
final class History {
  private record Contact(UUID person, Trace trace) {}

  private final Map<UUID, List<Contact>> byPerson = new HashMap<>();
  private final Map<String, List<Contact>> byNumber = new HashMap<>();
  private final Set<UUID> answered = new HashSet<>();

  static History of(List<Past> pasts) {
    History history = new History();
    for (Past past : pasts) {
      past.id().ifPresent(history.answered::add);
      if (past.counts()) {
        history.add(past.person(), past.trace());
      }
    }
    return history;
  }

  void add(UUID person, Trace trace) {
    Contact contact = new Contact(person, trace);
    byPerson.computeIfAbsent(person, _ -> new ArrayList<>()).add(contact);
    byNumber.computeIfAbsent(trace.number(), _ -> new ArrayList<>()).add(contact);
  }

  /** Whether a request was answered before, in this transaction or another. */
  boolean answered(ContactRequest request) {
    return answered.contains(request.permit().value());
  }

  /** The contacts of a request's person, and those of others at its number. */
  List<Trace> of(ContactRequest request) {
    UUID person = request.person().value();
    return Stream.concat(
            byPerson.getOrDefault(person, List.of()).stream().map(Contact::trace),
            byNumber.getOrDefault(request.facts().point().id(), List.of()).stream()
                .filter(contact -> !contact.person().equals(person))
                .map(contact -> contact.trace().ofAnother()))
        .toList();
  }
}
