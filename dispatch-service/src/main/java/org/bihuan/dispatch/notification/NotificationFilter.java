package org.bihuan.dispatch.notification;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.bihuan.dispatch.notification.recipient.NotificationKind;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which notifications are asked for. */
public class NotificationFilter extends PageRequest {

  @Parameter(description = "Only of this kind; repeat it for more than one")
  @QueryParam("kind")
  List<NotificationKind> kind;

  @Parameter(description = "true: only what the caller has not read; false: only what it has")
  @QueryParam("unread")
  Boolean unread;

  Criteria criteria(Criteria visible, String subject) {
    visible.in("kind", kind);
    if (unread != null) {
      visible.where(
          (unread ? "not " : "")
              + "exists (select 1 from ReadMark r where r.notificationId = e.id and r.subject = %s)",
          subject);
    }
    return visible;
  }
}
