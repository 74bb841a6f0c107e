package org.bihuan.dispatch.organisation;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.dispatch.organisation.duty.Duties;
import org.bihuan.dispatch.organisation.duty.Duty;
import org.bihuan.dispatch.organisation.duty.DutyKind;
import org.bihuan.dispatch.organisation.duty.DutyView.LeaderName;
import org.bihuan.dispatch.organisation.duty.FrontlineGroups;
import org.bihuan.dispatch.organisation.posting.Postings;
import org.bihuan.dispatch.organisation.span.OnDay;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.time.DistrictTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The leading group and the frontline groups as they are on a day. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "groups", description = "The leading group (领导小组) and the frontline groups (一线工作组)")
@Authenticated
public class LeadingGroupResource {

  private final Duties duties;
  private final FrontlineGroups groups;
  private final Postings postings;
  private final Clock clock;

  LeadingGroupResource(Duties duties, FrontlineGroups groups, Postings postings, Clock clock) {
    this.duties = duties;
    this.groups = groups;
    this.postings = postings;
    this.clock = clock;
  }

  /**
   * The leading group on a day.
   *
   * @param on the day
   * @param coHeads its two heads (双组长); fewer while a seat is vacant
   */
  public record LeadingGroupView(@NotNull LocalDate on, @NotNull List<LeaderName> coHeads) {}

  /**
   * A frontline group on a day.
   *
   * @param subdistrictCode its sub-district, nine digits
   * @param leader who leads it, or {@code null} while nobody does
   * @param postedCadres how many cadres are posted to its sub-district
   */
  public record FrontlineGroupView(
      @NotNull String code,
      @NotNull String name,
      @NotNull String subdistrictCode,
      LeaderName leader,
      long postedCadres) {}

  @GET
  @Path("/leading-group")
  @Operation(
      operationId = "getLeadingGroup",
      summary = "The leading group with its two heads",
      description = "Heads are appointed and replaced with `POST /duties`, kind CO_HEAD.")
  public LeadingGroupView leadingGroup(@BeanParam OnDay day) {
    LocalDate on = day.or(DistrictTime.day(clock.instant()));
    return new LeadingGroupView(
        on, duties.holding(DutyKind.CO_HEAD, on).stream().map(LeaderName::of).toList());
  }

  @GET
  @Path("/frontline-groups")
  @Operation(
      operationId = "listFrontlineGroups",
      summary = "All frontline groups in their order, on one page",
      description = "Each with its leader of the day and how many cadres are posted to it.")
  public Page<FrontlineGroupView> frontlineGroups(@BeanParam OnDay day) {
    LocalDate on = day.or(DistrictTime.day(clock.instant()));
    Map<String, Duty> leading =
        duties.holding(DutyKind.FRONTLINE_GROUP, on).stream()
            .collect(Collectors.toMap(Duty::groupCode, duty -> duty));
    Map<String, Long> cadres = postings.countedBySubdistrict(on);
    return new Page<>(groups.ordered(), null, null)
        .map(
            group ->
                new FrontlineGroupView(
                    group.code(),
                    group.name(),
                    group.subdistrictCode(),
                    leading.containsKey(group.code())
                        ? LeaderName.of(leading.get(group.code()))
                        : null,
                    cadres.getOrDefault(group.subdistrictCode(), 0L)));
  }
}
