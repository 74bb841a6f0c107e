package org.bihuan.dispatch.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.IntakeEvent.AttachmentStored;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.ReferenceEvent.CategoryPublished;
import org.bihuan.contract.ReferenceEvent.SubdistrictPublished;
import org.bihuan.dispatch.attachment.Attachments;
import org.bihuan.dispatch.district.Categories;
import org.bihuan.dispatch.district.Subdistricts;
import org.bihuan.dispatch.order.IssueDesk;
import org.bihuan.kit.inbox.EventListener;
import org.bihuan.kit.inbox.EventRoutes;

/** What intake-service tells. */
@ApplicationScoped
class IntakeListener implements EventListener {

  private final IssueDesk desk;
  private final Subdistricts subdistricts;
  private final Categories categories;
  private final Attachments attachments;

  IntakeListener(
      IssueDesk desk, Subdistricts subdistricts, Categories categories, Attachments attachments) {
    this.desk = desk;
    this.subdistricts = subdistricts;
    this.categories = categories;
    this.attachments = attachments;
  }

  @Override
  public List<String> topics() {
    return List.of(
        EventCatalogue.INTAKE_EVENTS,
        EventCatalogue.REFERENCE_SUBDISTRICTS,
        EventCatalogue.REFERENCE_CATEGORIES);
  }

  @Override
  public void listen(EventRoutes routes) {
    routes.on(ProblemFiled.class, desk::issue);
    routes.on(AttachmentStored.class, attachments::follow);
    routes.on(SubdistrictPublished.class, subdistricts::follow);
    routes.on(CategoryPublished.class, categories::follow);
  }
}
