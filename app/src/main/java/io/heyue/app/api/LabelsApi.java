package io.heyue.app.api;

import io.heyue.app.access.Principal;
import io.heyue.app.engine.Meanings;
import io.heyue.app.house.House;
import io.heyue.core.base.ConversationId;
import io.heyue.core.base.Lang;
import io.heyue.store.labels.Label;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Utterances whose meaning people say, so that the models learn from them. */
@RestController
@RequestMapping("/api/v1")
public final class LabelsApi {
  private final Meanings meanings;

  LabelsApi(House house) {
    this.meanings = house.engine().meanings();
  }

  /**
   * An utterance of the queue.
   *
   * @param text masked
   * @param asked the id of our move before it; empty where there was none
   * @param understood what the machine took it for; null where no machine heard it
   * @param sure how sure it was, 0 to 1
   * @param model name and version of the model
   * @param reason uncertain or corrected
   * @param state open, labelled or dropped
   * @param meaning what a person says that it means
   */
  public record LabelView(
      UUID id,
      UUID conversationId,
      long seq,
      Instant at,
      String lang,
      String text,
      String asked,
      @Nullable String understood,
      @Nullable Double sure,
      @Nullable String model,
      String reason,
      String state,
      @Nullable MeaningView meaning,
      @Nullable String settledBy,
      @Nullable Instant settledAt) {
    static LabelView of(Label label) {
      return new LabelView(
          label.id(),
          label.utterance().conversation().value(),
          label.utterance().seq(),
          label.utterance().at(),
          label.utterance().lang().code(),
          label.utterance().words().text(),
          label.utterance().asked(),
          label.understood().map(each -> each.intent().id()).orElse(null),
          label.understood().map(each -> each.confidence()).orElse(null),
          label.model().isEmpty() ? null : label.model(),
          label.reason().id(),
          label.state().id(),
          label.meaning().map(MeaningView::of).orElse(null),
          label.settledBy().orElse(null),
          label.settledAt().orElse(null));
    }

    @Override
    public String toString() {
      return "LabelView[" + id + "]";
    }
  }

  /**
   * What a person says of an utterance: its meaning, or that nothing can be learned from it.
   *
   * @param drop true where nothing can be learned from it; nothing else stands beside that
   */
  public record LabelBody(
      @Nullable Boolean drop,
      @Nullable String intent,
      @Nullable List<String> also,
      MeaningView.@Nullable ToneView tone) {
    MeaningView meaning() {
      return new MeaningView(intent, also, tone);
    }
  }

  /**
   * What a message means that was taken for something else.
   *
   * @param seq its number in the conversation
   */
  public record CorrectionBody(
      @Nullable Long seq,
      @Nullable String intent,
      @Nullable List<String> also,
      MeaningView.@Nullable ToneView tone) {
    MeaningView meaning() {
      return new MeaningView(intent, also, tone);
    }
  }

  @GetMapping("/labels")
  Page<LabelView> all(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String reason,
      @RequestParam(required = false) @Nullable String lang,
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "50") int limit) {
    int most = Page.limit(limit);
    List<LabelView> read =
        meanings
            .page(
                OneOf.find("state", state, List.of(Label.State.values()), Label.State::id),
                OneOf.find("reason", reason, List.of(Label.Reason.values()), Label.Reason::id),
                OneOf.find("lang", lang, List.of(Lang.values()), Lang::code),
                Optional.ofNullable(after),
                most + 1)
            .stream()
            .map(LabelView::of)
            .toList();
    return Page.of(read, most, view -> view.id().toString());
  }

  @PostMapping("/labels/{id}")
  LabelView settle(
      @PathVariable UUID id, @RequestBody LabelBody body, @AuthenticationPrincipal Principal who) {
    if (Boolean.TRUE.equals(body.drop())) {
      if (body.intent() != null || body.also() != null || body.tone() != null) {
        throw new Unusable("drop excludes intent, also and tone.");
      }
      return LabelView.of(meanings.drop(id, who.name()));
    }
    return LabelView.of(meanings.mean(id, body.meaning().read(), who.name()));
  }

  @PostMapping("/conversations/{id}/corrections")
  LabelView correct(
      @PathVariable UUID id,
      @RequestBody CorrectionBody body,
      @AuthenticationPrincipal Principal who) {
    if (body.seq() == null || body.seq() < 1) {
      throw new Unusable("seq must be the number of a message in the conversation.");
    }
    return LabelView.of(
        meanings.correct(new ConversationId(id), body.seq(), body.meaning().read(), who.name()));
  }
}
