package org.bihuan.dispatch.campaign.membership;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.bihuan.contract.Actor;
import org.bihuan.contract.DispatchEvent.ItemJoinedCampaign;
import org.bihuan.contract.DispatchEvent.ItemLeftCampaign;
import org.bihuan.dispatch.campaign.Campaign;
import org.bihuan.dispatch.history.ItemJournal;
import org.bihuan.dispatch.item.ItemAction;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.dispatch.item.OrderItems;
import org.bihuan.dispatch.item.Step;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.time.DistrictTime;

/** Takes items into campaigns and out of them; each is a step in the history of the item. */
@ApplicationScoped
public class Membership {

  private final CampaignItems members;
  private final OrderItems items;
  private final ItemJournal journal;
  private final List<MembershipFollower> followers;
  private final Clock clock;

  Membership(
      CampaignItems members,
      OrderItems items,
      ItemJournal journal,
      @All List<MembershipFollower> followers,
      Clock clock) {
    this.members = members;
    this.items = items;
    this.journal = journal;
    this.followers = followers;
    this.clock = clock;
  }

  /**
   * An item that counts for the campaign, held; one that did not yet does from now on.
   *
   * @param campaign open, and held
   * @param field path of the field that names it
   * @throws Invalid when the campaign does not take it in
   */
  public OrderItem take(Campaign campaign, UUID itemId, String field, Actor by) {
    if (members.of(campaign.id(), itemId).isPresent()) {
      return held(List.of(itemId)).get(itemId);
    }
    return join(campaign, List.of(itemId), place -> field, by).get(0);
  }

  /**
   * Takes all of the items in, or none.
   *
   * @param campaign open, and held
   * @param field path of the field that names the item with this number
   * @return the items, held
   * @throws Invalid naming each item that the campaign does not take, and why
   */
  public List<OrderItem> join(
      Campaign campaign, List<UUID> itemIds, IntFunction<String> field, Actor by) {
    Map<UUID, OrderItem> found = held(itemIds);
    Instant now = clock.instant();
    refuse(faults(campaign, itemIds, found, field, DistrictTime.day(now)));
    List<OrderItem> joining = itemIds.stream().map(found::get).toList();
    joining.forEach(item -> join(campaign, item, now, by));
    return joining;
  }

  /** Held in one order, so that two who want the same ones wait for each other and in no circle. */
  private Map<UUID, OrderItem> held(List<UUID> itemIds) {
    return items
        .find("id in ?1 order by id", itemIds)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list()
        .stream()
        .collect(Collectors.toMap(OrderItem::id, Function.identity()));
  }

  private List<FieldError> faults(
      Campaign campaign,
      List<UUID> itemIds,
      Map<UUID, OrderItem> found,
      IntFunction<String> field,
      LocalDate today) {
    Set<UUID> there = members.among(campaign.id(), itemIds);
    Map<UUID, String> mechanisms = members.mechanismsOf(itemIds);
    Set<UUID> seen = new HashSet<>();
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < itemIds.size(); i++) {
      UUID id = itemIds.get(i);
      String path = field.apply(i);
      if (!seen.add(id)) {
        faults.add(new FieldError(path, "duplicate"));
      } else if (!found.containsKey(id)) {
        faults.add(new FieldError(path, "unknown-order-item"));
      } else if (there.contains(id)) {
        faults.add(new FieldError(path, "item-in-campaign"));
      } else {
        MembershipPolicy.fault(campaign, found.get(id), mechanisms.get(id), today)
            .ifPresent(code -> faults.add(new FieldError(path, code)));
      }
    }
    return faults;
  }

  private static void refuse(List<FieldError> faults) {
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private void join(Campaign campaign, OrderItem item, Instant now, Actor by) {
    Step step = item.note(ItemAction.JOIN_CAMPAIGN, campaign.code(), now, by);
    members.persist(CampaignItem.of(campaign.id(), item.id(), now, by));
    journal.tell(
        step,
        new ItemJoinedCampaign(
            item.id(),
            item.problem().problemId(),
            step.sequence(),
            campaign.id(),
            campaign.code(),
            step.at(),
            step.actor()));
  }

  /**
   * Takes an item out again.
   *
   * @param campaign open, and held
   * @throws NotFound {@code campaign-item-not-found}
   * @throws org.bihuan.kit.lifecycle.IllegalTransition when the item has ended: what was done stays
   *     counted
   */
  void leave(Campaign campaign, UUID itemId, String reason, Actor by) {
    OrderItem item = held(List.of(itemId)).get(itemId);
    CampaignItem member =
        members
            .of(campaign.id(), itemId)
            .orElseThrow(() -> new NotFound("campaign-item-not-found"));
    Instant now = clock.instant();
    Step step = item.note(ItemAction.LEAVE_CAMPAIGN, campaign.code() + " " + reason, now, by);
    member.leave(reason, now, by);
    followers.forEach(follower -> follower.left(campaign.id(), itemId));
    journal.tell(
        step,
        new ItemLeftCampaign(
            item.id(),
            item.problem().problemId(),
            step.sequence(),
            campaign.id(),
            campaign.code(),
            reason,
            step.at(),
            step.actor()));
  }
}
