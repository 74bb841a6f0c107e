package org.bihuan.intake.feedback.call;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.intake.channel.Channels;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which call-backs are asked for. */
@Sorted("dueAt")
public class CallBackFilter extends PageRequest {

  @Parameter(description = "Only those in this state; repeat it for more than one")
  @QueryParam("status")
  List<CallBackStatus> status;

  @Parameter(
      description =
          "Only those about complaints that came by this channel; repeat it for more than one")
  @QueryParam("channel")
  @CodeOf(Channels.class)
  List<String> channel;

  @Parameter(description = "Only the one about this complaint")
  @QueryParam("complaintId")
  UUID complaintId;

  @Parameter(description = "Only those due before this moment")
  @QueryParam("dueBefore")
  Instant dueBefore;

  Criteria narrow(Criteria visible) {
    return visible
        .in("status", status)
        .in("complaint.channel", channel)
        .equal("complaint.id", complaintId)
        .before("dueAt", dueBefore);
  }
}
