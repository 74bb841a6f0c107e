package org.bihuan.dispatch.notification.message;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.bihuan.contract.Role;
import org.bihuan.dispatch.notification.recipient.Channel;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.sheet.Sheet;
import org.bihuan.kit.web.Answers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What would have been sent by SMS and WeChat, where no gateway is connected. */
@Path("/api/v1/recorded-messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
    name = "deliveries",
    description = "Messages to webhooks, by SMS and WeChat, and their attempts")
@RolesAllowed(Role.ADMIN)
public class RecordedMessageResource {

  private final RecordedMessages recorded;
  private final Answers answers;

  RecordedMessageResource(RecordedMessages recorded, Answers answers) {
    this.recorded = recorded;
    this.answers = answers;
  }

  /** Which recorded messages are asked for. */
  public static class RecordedMessageFilter extends PageRequest {

    @Parameter(description = "Only on this channel; repeat it for more than one")
    @QueryParam("channel")
    List<Channel> channel;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, Sheet.CSV, Sheet.XLSX})
  @Operation(
      operationId = "listRecordedMessages",
      summary = "What the stand-ins of the gateways would have sent, newest first",
      description = "Empty where gateways are connected. Phones are masked.")
  public RestResponse<Page<RecordedMessageView>> list(@BeanParam RecordedMessageFilter filter) {
    return answers.page(filter, this::page);
  }

  private Page<RecordedMessageView> page(RecordedMessageFilter filter) {
    return recorded
        .page(new Criteria().in("channel", filter.channel), filter)
        .map(RecordedMessageView::of);
  }
}
