package org.bihuan.intake.miniprogram;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.bihuan.intake.complaint.ComplaintStatus;
import org.bihuan.intake.problem.ProblemStatus;
import org.bihuan.intake.tracking.PublicStatus;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which of a resident's own complaints are asked for. */
public class MyComplaintFilter extends PageRequest {

  @Parameter(description = "Only those that are this far; repeat it for more than one")
  @QueryParam("status")
  List<PublicStatus> status;

  Criteria narrow(Criteria own) {
    if (status == null || status.isEmpty()) {
      return own;
    }
    return own.where(
        "e.status in %s or e.status in %s and exists"
            + " (select 1 from Problem p where p.id = e.problem.id and p.status in %s)",
        complaints(itself -> itself != null && status.contains(itself)),
        complaints(Objects::isNull),
        problems());
  }

  /** Those that by themselves show this; nothing of those that are as far as their problem. */
  private static List<ComplaintStatus> complaints(Predicate<PublicStatus> shown) {
    return Arrays.stream(ComplaintStatus.values())
        .filter(one -> shown.test(PublicStatus.ofItself(one)))
        .toList();
  }

  private List<ProblemStatus> problems() {
    return Arrays.stream(ProblemStatus.values())
        .filter(one -> status.contains(PublicStatus.of(one)))
        .toList();
  }
}
