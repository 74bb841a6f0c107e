package org.bihuan.dispatch.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.IntakeEvent.AttachmentStored;
import org.bihuan.contract.IntakeEvent.ProblemCorrected;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.IntakeEvent.ProblemHandedOver;
import org.bihuan.contract.IntakeEvent.ProblemMerged;
import org.bihuan.contract.ReferenceEvent.CategoryPublished;
import org.bihuan.contract.ReferenceEvent.SubdistrictPublished;
import org.bihuan.dispatch.assignment.IssueDesk;
import org.bihuan.dispatch.attachment.AttachmentCaptions;
import org.bihuan.dispatch.district.Categories;
import org.bihuan.dispatch.district.Subdistricts;
import org.bihuan.dispatch.handling.ItemDesk;
import org.bihuan.kit.inbox.EventListener;
import org.bihuan.kit.inbox.EventRoutes;

/** What intake-service tells. */
@ApplicationScoped
class IntakeListener implements EventListener {

  private final IssueDesk issues;
  private final ItemDesk items;
  private final Subdistricts subdistricts;
  private final Categories categories;
  private final AttachmentCaptions attachments;

  IntakeListener(
      IssueDesk issues,
      ItemDesk items,
      Subdistricts subdistricts,
      Categories categories,
      AttachmentCaptions attachments) {
    this.issues = issues;
    this.items = items;
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
    routes.on(ProblemFiled.class, issues::issue);
    routes.on(ProblemCorrected.class, issues::correct);
    routes.on(ProblemMerged.class, items::followMerge);
    routes.on(ProblemHandedOver.class, items::followHandOver);
    routes.on(AttachmentStored.class, attachments::follow);
    routes.on(SubdistrictPublished.class, subdistricts::follow);
    routes.on(CategoryPublished.class, categories::follow);
  }
}
