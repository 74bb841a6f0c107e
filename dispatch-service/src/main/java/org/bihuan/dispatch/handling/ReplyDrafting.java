package org.bihuan.dispatch.handling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.bihuan.contract.Actor;
import org.bihuan.contract.ReplyKind;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.reply.NewReply;
import org.bihuan.dispatch.reply.Reply;
import org.bihuan.dispatch.reply.ReplyPolicy;
import org.bihuan.dispatch.reply.photo.PhotoRules;
import org.bihuan.dispatch.task.ItemTasks;
import org.bihuan.dispatch.unit.AssignedUnit;
import org.bihuan.dispatch.unit.UnitDirectory;
import org.bihuan.kit.refusal.Conflict;
import org.bihuan.kit.refusal.Invalid;

/** Makes a reply of what a unit sends, when nothing of it is amiss. */
@ApplicationScoped
class ReplyDrafting {

  private final ItemTasks tasks;
  private final PhotoRules photoRules;
  private final UnitDirectory units;

  ReplyDrafting(ItemTasks tasks, PhotoRules photoRules, UnitDirectory units) {
    this.tasks = tasks;
    this.photoRules = photoRules;
    this.units = units;
  }

  /**
   * The reply to an item.
   *
   * @throws Invalid naming what is wrong with it
   * @throws Conflict {@code joint-tasks-open}, {@code photos-missing}
   */
  Reply draft(OrderItem item, NewReply content, Instant now, Actor by) {
    ReplyPolicy.check(content, tasks.openUnits(item));
    String lead = item.assignment().leadUnit().code();
    AssignedUnit subUnit = units.subUnit(content.subUnitCode(), lead, "subUnitCode");
    if (content.kind() == ReplyKind.FINAL) {
      photoRules.check(
          item.problem().categoryCode(),
          content.beforePhotoIds().size(),
          content.afterPhotoIds().size(),
          now);
    }
    return Reply.to(item, content, subUnit, now, by);
  }
}
