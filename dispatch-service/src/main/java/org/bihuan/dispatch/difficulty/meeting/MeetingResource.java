package org.bihuan.dispatch.difficulty.meeting;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.difficulty.decision.NewDecision;
import org.bihuan.kit.idempotency.IdempotentRequest;
import org.bihuan.kit.openapi.Refuses;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Meetings and what they decide. */
@Path("/api/v1/meetings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "meetings", description = "Meetings, and what they decide about items")
@RolesAllowed({
  Role.SPECIAL_TEAM,
  Role.UNIT_HANDLER,
  Role.UNIT_LEADER,
  Role.LINE_LEADER,
  Role.TOP_LEADER,
  Role.COMMITTEE_INSPECTOR,
  Role.DISCIPLINE,
  Role.ASSESSOR,
  Role.ADMIN
})
public class MeetingResource {

  private final MeetingReading reading;
  private final MeetingDesk desk;
  private final DecisionDesk decisions;
  private final Answers answers;

  MeetingResource(
      MeetingReading reading, MeetingDesk desk, DecisionDesk decisions, Answers answers) {
    this.reading = reading;
    this.desk = desk;
    this.decisions = decisions;
    this.answers = answers;
  }

  /**
   * That a meeting took place.
   *
   * @param attended numbers of the attendees who came, at least one; the others were absent
   */
  public record Holding(@NotEmpty @Size(min = 1, max = 100) List<@NotNull Integer> attended) {}

  /** Why a meeting is called off. */
  public record MeetingCancellation(@NotBlank @Size(min = 1, max = 2000) String reason) {}

  /**
   * What was said at a meeting (会议纪要).
   *
   * @param text at most 20000 characters
   */
  public record Minutes(@NotBlank @Size(min = 1, max = 20000) String text) {}

  /**
   * That a task is done.
   *
   * @param note what came of it, at most 2000 characters
   */
  public record Completion(@NotBlank @Size(min = 1, max = 2000) String note) {}

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listMeetings",
      summary = "Meetings within the caller's sight, newest first or by scheduledAt",
      description =
          "A unit sees those that it, or a unit below it, attends or has a task from; the special team"
              + " and the leaders all. How many there were of a kind in a period is the length of"
              + " such a list: `kind`, `from`, `to` and `count=exact`.")
  public RestResponse<Page<MeetingView>> list(@BeanParam MeetingFilter filter) {
    return answers.page(filter, reading::page);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getMeeting",
      summary = "One meeting with its agenda and its decisions",
      description = "With who attended once it was held, and how far its tasks have come.")
  public RestResponse<MeetingView> read(@PathParam("id") UUID id) {
    return answers.one(reading.read(id));
  }

  @POST
  @RolesAllowed({Role.SPECIAL_TEAM, Role.LINE_LEADER})
  @IdempotentRequest
  @Operation(
      operationId = "planMeeting",
      summary = "Plan a meeting",
      description =
          "The special team plans any, a line leader the LINE_WEEKLY of a line of its own. A meeting"
              + " moves no limit; what it decides may.")
  @ResponseStatus(201)
  @Refuses(
      status = 403,
      when = "A line leader plans another kind, or for another line (not-your-meeting)")
  public RestResponse<MeetingView> plan(NewMeeting wanted) {
    MeetingView meeting = desk.plan(wanted);
    return answers.created("/api/v1/meetings/" + meeting.id(), meeting);
  }

  @POST
  @Path("/{id}/holding")
  @RolesAllowed({Role.SPECIAL_TEAM, Role.LINE_LEADER})
  @IdempotentRequest
  @Operation(
      operationId = "holdMeeting",
      summary = "Record that a meeting took place, and who attended",
      description = "From the moment on at which it was to begin.")
  @Refuses(status = 403, when = "Another's meeting (not-your-meeting)")
  @Refuses(status = 409, when = "Not PLANNED, or before `scheduledAt` (meeting-to-come)")
  public RestResponse<MeetingView> hold(@PathParam("id") UUID id, Holding holding) {
    return answers.acted(desk.hold(id, holding.attended()));
  }

  @POST
  @Path("/{id}/cancellation")
  @RolesAllowed({Role.SPECIAL_TEAM, Role.LINE_LEADER})
  @IdempotentRequest
  @Operation(
      operationId = "cancelMeeting",
      summary = "Call a meeting off",
      description = "As long as it has not taken place. It stays on record with the reason.")
  @Refuses(status = 403, when = "Another's meeting (not-your-meeting)")
  @Refuses(status = 409, when = "Not PLANNED")
  public RestResponse<MeetingView> cancel(
      @PathParam("id") UUID id, MeetingCancellation cancellation) {
    return answers.acted(desk.cancel(id, cancellation.reason()));
  }

  @POST
  @Path("/{id}/minutes")
  @RolesAllowed({Role.SPECIAL_TEAM, Role.LINE_LEADER})
  @IdempotentRequest
  @Operation(
      operationId = "recordMinutes",
      summary = "Record the minutes of a meeting, once",
      description = "Who attends it, or has a task from it, reads them.")
  @Refuses(status = 403, when = "Another's meeting (not-your-meeting)")
  @Refuses(status = 409, when = "Not HELD, or recorded already (minutes-recorded)")
  public RestResponse<MeetingView> recordMinutes(@PathParam("id") UUID id, Minutes minutes) {
    return answers.acted(desk.recordMinutes(id, minutes.text()));
  }

  @POST
  @Path("/{id}/decisions")
  @RolesAllowed({Role.SPECIAL_TEAM, Role.LINE_LEADER})
  @IdempotentRequest
  @Operation(
      operationId = "decideInMeeting",
      summary = "Record what a meeting has decided, and do it",
      description =
          "TASK: a unit has to do something by the end of `dueOn`. PLAN_DATE: the end of `dueOn` is"
              + " the limit of the item from now on, which is of class PLANNED and needs a plan; for"
              + " one that was declared complex. SUBMIT_TO_LEADING_GROUP: its difficulty is"
              + " D2_LEADING_GROUP; the heads of the day are named. OTHER is recorded. A decision"
              + " about an item is a step of it. It cannot be taken back; a later one may differ.")
  @ResponseStatus(201)
  @Refuses(status = 403, when = "Another's meeting (not-your-meeting)")
  @Refuses(
      status = 409,
      when =
          "The meeting is not HELD, or the item is in no state for it (illegal-transition), was not"
              + " declared complex (not-complex), was submitted already (already-submitted), or its category"
              + " belongs to another work line than the meeting (item-of-other-line)")
  public RestResponse<MeetingView> decide(@PathParam("id") UUID id, NewDecision decision) {
    return answers.created("/api/v1/meetings/" + id, decisions.decide(id, decision));
  }

  @POST
  @Path("/{id}/decisions/{n}/completion")
  @RolesAllowed({Role.UNIT_HANDLER, Role.UNIT_LEADER, Role.SPECIAL_TEAM})
  @IdempotentRequest
  @Operation(
      operationId = "completeMeetingTask",
      summary = "The responsible unit or the special team says that a task is done",
      description = "Once. A task done after the end of `dueOn` stays `overdue`.")
  @Refuses(status = 403, when = "Another unit's task (not-responsible-unit)")
  @Refuses(status = 409, when = "Done already (task-done), or no TASK (not-a-task)")
  public RestResponse<MeetingView> complete(
      @PathParam("id") UUID id, @PathParam("n") int number, Completion completion) {
    return answers.acted(decisions.complete(id, number, completion.note()));
  }
}
