package io.heyue.app.law;

import io.heyue.core.audit.Canonical;
import io.heyue.core.audit.Hash;
import io.heyue.core.law.ContactFacts;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a contact was judged by, as it may be kept: numbers and addresses only as hashes. */
final class Inputs {
  private Inputs() {}

  static SequencedMap<String, String> of(ContactFacts facts) {
    SequencedMap<String, String> inputs = new LinkedHashMap<>();
    put(inputs, "at", facts.at());
    put(inputs, "act", facts.channel().id());
    put(inputs, "purpose", facts.purpose().id());
    put(inputs, "lender.place", facts.lender().place());
    put(inputs, "lender.licence", word(facts.lender().licence()));
    put(inputs, "lender.agency", facts.lender().agency().orElse(null));
    put(inputs, "person.place", facts.person().place());
    put(inputs, "person.timeZone", facts.person().zone());
    if (facts.person().zone() != null) {
      put(inputs, "person.localTime", facts.at().atZone(facts.person().zone()).toLocalDateTime());
    }
    put(inputs, "person.relation", word(facts.person().relation()));
    put(inputs, "person.flags", list(facts.person().flags()));
    put(inputs, "person.decidedFlags", list(facts.person().decided()));
    put(inputs, "contactPoint.id", hash(facts.point().id()));
    put(inputs, "contactPoint.source", word(facts.point().source()));
    put(inputs, "account.product", facts.debt().product());
    put(inputs, "account.lastDemandOrAcknowledgment", facts.debt().limitationFrom());
    put(inputs, "account.assigned", facts.debt().assigned());
    put(inputs, "account.notices", list(facts.debt().notices().keySet()));
    put(inputs, "account.annualCost", facts.debt().price().orElse(null));
    if (facts.consents() != null) {
      put(inputs, "consents", list(facts.consents().given()));
      put(inputs, "withdrawn", list(facts.consents().withdrawn()));
    }
    if (facts.holds() != null) {
      put(inputs, "holds", list(facts.holds()));
    }
    if (facts.history() != null) {
      put(
          inputs,
          "history",
          facts.history().size()
              + " contacts, sha256:"
              + Hash.of(Canonical.bytes(facts.history())).hex());
    }
    put(inputs, "policy", Canonical.text(facts.policy()));
    return inputs;
  }

  private static void put(SequencedMap<String, String> inputs, String key, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      inputs.put(key, value.toString());
    }
  }

  private static @Nullable String word(@Nullable Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }

  private static String list(Collection<?> values) {
    return values.stream()
        .map(value -> value.toString().toLowerCase(Locale.ROOT))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static @Nullable String hash(String id) {
    return Optional.of(id)
        .filter(text -> !text.isEmpty())
        .map(text -> "sha256:" + Hash.of(text.getBytes(StandardCharsets.UTF_8)).hex())
        .orElse(null);
  }
}
