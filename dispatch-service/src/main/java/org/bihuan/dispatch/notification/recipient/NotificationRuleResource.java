package org.bihuan.dispatch.notification.recipient;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.bihuan.kit.paging.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules by which people are told. */
@Path("/api/v1/notification-rules")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notifications", description = "What people are told of (通知、预警)")
@Authenticated
public class NotificationRuleResource {

  private final NotificationRules rules;

  NotificationRuleResource(NotificationRules rules) {
    this.rules = rules;
  }

  /**
   * A rule as clients see it.
   *
   * @param kind what happened
   * @param recipients who finds it in the inbox
   * @param channels channels beside the inbox on which the same are told
   */
  public record NotificationRuleView(
      @NotNull NotificationKind kind,
      @NotNull List<RecipientKind> recipients,
      @NotNull List<Channel> channels) {}

  @GET
  @Operation(
      operationId = "listNotificationRules",
      summary = "Who is told of what, on one page",
      description = "Reference data of the district. Of a kind without a rule nobody is told.")
  public Page<NotificationRuleView> list() {
    return new Page<>(rules.ordered(), null, null)
        .map(rule -> new NotificationRuleView(rule.kind(), rule.recipients(), rule.channels()));
  }
}
