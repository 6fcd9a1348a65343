package io.heyue.app.api;

import io.heyue.app.engine.Campaigns;
import io.heyue.app.house.House;
import io.heyue.core.base.CampaignId;
import io.heyue.core.base.Channel;
import io.heyue.store.campaigns.Approach;
import io.heyue.store.campaigns.Campaign;
import io.heyue.store.campaigns.Campaigning.Progress;
import io.heyue.store.campaigns.Filter;
import io.heyue.store.postgres.Transactor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns: made, looked at beforehand, started, paused, stopped. */
@RestController
@RequestMapping("/api/v1/campaigns")
public final class CampaignsApi {
  private final Campaigns campaigns;
  private final Transactor transactor;
  private final House house;

  CampaignsApi(House house, Transactor transactor) {
    this.house = house;
    this.campaigns = house.engine().campaigns();
    this.transactor = transactor;
  }

  /** Whom a campaign is about; what is left out selects all. */
  public record FilterBody(
      @Nullable Integer leastDaysPastDue,
      @Nullable Integer mostDaysPastDue,
      @Nullable Long leastOverdue,
      @Nullable Long mostOverdue,
      @Nullable String lender,
      @Nullable Set<String> products,
      @Nullable Set<String> places) {
    Filter filter() {
      return new Filter(
          Optional.ofNullable(leastDaysPastDue),
          Optional.ofNullable(mostDaysPastDue),
          Optional.ofNullable(leastOverdue),
          Optional.ofNullable(mostOverdue),
          Optional.ofNullable(lender),
          products == null ? Set.of() : products,
          places == null ? Set.of() : places);
    }
  }

  /** How people are written to. */
  public record ApproachBody(
      @Nullable List<String> channels,
      @Nullable String flow,
      @Nullable Integer attempts,
      @Nullable Integer daysBetween) {
    Approach approach() {
      List<Channel> ways =
          channels == null
              ? List.of(Channel.SMS)
              : channels.stream()
                  .map(id -> OneOf.need("A channel", id, List.of(Channel.values()), Channel::id))
                  .toList();
      return new Approach(
          ways,
          flow == null ? "arrears" : flow,
          attempts == null ? 3 : attempts,
          daysBetween == null ? 2 : daysBetween);
    }
  }

  /** A campaign to be made. */
  public record CampaignBody(
      @Nullable String name, @Nullable FilterBody filter, @Nullable ApproachBody approach) {
    Filter whom() {
      return filter == null ? Filter.everyone() : checked(filter::filter);
    }

    Approach how() {
      return approach == null
          ? new ApproachBody(null, null, null, null).approach()
          : checked(approach::approach);
    }

    /** A value out of bounds is the caller's mistake; its message names the variable. */
    private static <T> T checked(java.util.function.Supplier<T> made) {
      try {
        return made.get();
      } catch (IllegalArgumentException e) {
        throw new Unusable(String.valueOf(e.getMessage()));
      }
    }
  }

  /** When to start. */
  public record ScheduleBody(@Nullable Instant at) {}

  /** A campaign and how far it is. */
  public record CampaignView(
      UUID id,
      String name,
      String status,
      @Nullable Instant startAt,
      Instant createdAt,
      List<String> channels,
      String flow,
      int attempts,
      int daysBetween,
      @Nullable Progress progress) {}

  /** What a campaign would come to. */
  public record PreviewView(
      long accounts,
      long permitted,
      long refused,
      long needsPerson,
      long waiting,
      long unreachable,
      Map<String, Long> refusedByRule) {}

  /** All, the newest first. */
  @GetMapping
  Page<CampaignView> all(
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(defaultValue = "50") int limit) {
    List<Campaign> all = campaigns.all();
    int from = 0;
    while (after != null && from < all.size() && !all.get(from++).id().value().equals(after)) {
      // On to the one that was seen last; what follows it is asked for.
    }
    int most = Page.limit(limit);
    List<CampaignView> views =
        all.stream().skip(from).limit(most + 1L).map(campaign -> view(campaign, null)).toList();
    return Page.of(views, most, view -> view.id().toString());
  }

  @GetMapping("/{id}")
  CampaignView one(@PathVariable UUID id) {
    CampaignId known = known(id);
    return view(campaigns.get(known), campaigns.progress(known));
  }

  @PostMapping
  ResponseEntity<CampaignView> create(@RequestBody CampaignBody body) {
    if (body.name() == null || body.name().isBlank() || body.name().length() > 200) {
      throw new Unusable("name must hold 1 to 200 characters.");
    }
    CampaignId id = campaigns.create(body.name().strip(), body.whom(), body.how());
    return ResponseEntity.status(HttpStatus.CREATED)
        .header("Location", "/api/v1/campaigns/" + id)
        .body(view(campaigns.get(id), null));
  }

  @PostMapping("/preview")
  PreviewView preview(@RequestBody CampaignBody body) {
    Campaigns.Preview preview = campaigns.preview(body.whom(), body.how());
    Map<String, Long> rules = new TreeMap<>();
    preview.refusedByRule().forEach((rule, count) -> rules.put(rule.toString(), count));
    return new PreviewView(
        preview.accounts(),
        preview.permitted(),
        preview.refused(),
        preview.needsPerson(),
        preview.waiting(),
        preview.unreachable(),
        rules);
  }

  @PostMapping("/{id}/start")
  CampaignView start(@PathVariable UUID id) {
    demandCarrier(id);
    return after(id, campaigns::start);
  }

  @PostMapping("/{id}/pause")
  CampaignView pause(@PathVariable UUID id) {
    return after(id, campaigns::pause);
  }

  @PostMapping("/{id}/stop")
  CampaignView stop(@PathVariable UUID id) {
    return after(id, campaigns::stop);
  }

  @PostMapping("/{id}/schedule")
  CampaignView schedule(@PathVariable UUID id, @RequestBody ScheduleBody body) {
    Instant at = body.at();
    if (at == null) {
      throw new Unusable("at is missing: an instant such as 2026-11-24T01:00:00Z.");
    }
    demandCarrier(id);
    return after(id, campaign -> campaigns.schedule(campaign, at));
  }

  /** A campaign that nobody carries would use up people's contacts and reach nobody. */
  private void demandCarrier(UUID id) {
    List<Channel> channels = campaigns.get(known(id)).approach().channels();
    if (channels.stream().noneMatch(house.carriers().channels()::contains)) {
      throw new Unusable(
          "Nobody carries "
              + channels.stream().map(Channel::id).toList()
              + ". Maybe heyue.yaml names no SMS centre, gateway, mail server or phone yet;"
              + " doc/configuration.md says how, './heyue centre' stands in for one.");
    }
  }

  private CampaignView after(UUID id, java.util.function.Consumer<CampaignId> step) {
    CampaignId known = known(id);
    try {
      step.accept(known);
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new Unusable(String.valueOf(e.getMessage()));
    }
    return view(campaigns.get(known), campaigns.progress(known));
  }

  private CampaignId known(UUID id) {
    boolean there =
        transactor.get(sql ->
            sql.find("select id from campaign where id = ?", row -> row.uuid("id"), id)
                .isPresent());
    if (!there) {
      throw Problems.none("campaign");
    }
    return new CampaignId(id);
  }

  private static CampaignView view(Campaign campaign, @Nullable Progress progress) {
    return new CampaignView(
        campaign.id().value(),
        campaign.name(),
        campaign.status().id(),
        campaign.startAt().orElse(null),
        campaign.createdAt(),
        campaign.approach().channels().stream().map(Channel::id).toList(),
        campaign.approach().flow(),
        campaign.approach().attempts(),
        campaign.approach().daysBetween(),
        progress);
  }
}
