package org.bihuan.dispatch.notification.recipient;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The rules by which people are told, in their order. */
@ApplicationScoped
public class NotificationRules
    implements PanacheRepositoryBase<NotificationRule, NotificationKind> {

  List<NotificationRule> ordered() {
    return list("order by position, kind");
  }
}
