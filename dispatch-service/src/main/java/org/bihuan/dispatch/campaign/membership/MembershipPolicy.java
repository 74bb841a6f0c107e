package org.bihuan.dispatch.campaign.membership;

import java.time.LocalDate;
import java.util.Optional;
import org.bihuan.dispatch.campaign.Campaign;
import org.bihuan.dispatch.item.OrderItem;
import org.bihuan.kit.time.DistrictTime;

/**
 * Which items a campaign takes in: those of its categories that are still open and were on an order
 * before its last day was over. An old problem counts, since campaigns are there for these. An item
 * is worked on under one mechanism at most [brief].
 */
final class MembershipPolicy {

  private MembershipPolicy() {}

  /**
   * Why a campaign does not take an item in.
   *
   * @param mechanism under which the item is worked on already, or {@code null}
   * @param today day on which it is to join, which counts for an item that is on no order yet
   * @return code of the fault, or nothing
   */
  static Optional<String> fault(
      Campaign campaign, OrderItem item, String mechanism, LocalDate today) {
    if (item.isEnded()) {
      return Optional.of("item-ended");
    }
    if (!campaign.isAbout(item.problem().categoryCode())) {
      return Optional.of("item-of-other-category");
    }
    if (day(item, today).isAfter(campaign.lastDay())) {
      return Optional.of("item-after-campaign");
    }
    if (mechanism != null
        && campaign.mechanismCode() != null
        && !mechanism.equals(campaign.mechanismCode())) {
      return Optional.of("item-of-other-mechanism");
    }
    return Optional.empty();
  }

  private static LocalDate day(OrderItem item, LocalDate today) {
    return item.isOnNoOrder() ? today : DistrictTime.day(item.assignment().issuedAt());
  }
}
