package org.bihuan.dispatch.notification;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.Bound;
import org.bihuan.dispatch.notification.recipient.NotificationKind;
import org.bihuan.dispatch.notification.recipient.Recipient;
import org.bihuan.kit.time.DistrictTime;

/**
 * One fact, or many of a kind that are told together. Its words are the serials, the unit and the
 * limit, and nothing that a person wrote: what was complained of stays in the system.
 *
 * @param facts one or more, oldest first
 */
public record News(NotificationKind kind, List<WaitingFact> facts) {

  private static final String ITEMS = "/api/v1/order-items";
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /**
   * Facts of one kind, as they are told to one recipient.
   *
   * @param few how many are told one by one; more become one message
   */
  static List<News> of(NotificationKind kind, List<WaitingFact> facts, int few) {
    return facts.size() > few
        ? List.of(new News(kind, facts))
        : facts.stream().map(fact -> new News(kind, List.of(fact))).toList();
  }

  /** The same for everybody who is told the same. */
  public String key() {
    WaitingFact first = facts.get(0);
    return kind.wireName()
        + "/"
        + (facts.size() == 1 ? first.key() : "from/" + first.id() + "/" + facts.size());
  }

  public int count() {
    return facts.size();
  }

  /** When the newest of them happened. */
  public Instant at() {
    return facts.get(facts.size() - 1).at();
  }

  /** The item it is about, {@code null} when they are many. */
  public UUID itemId() {
    return isOne() ? facts.get(0).itemId() : null;
  }

  public String problemSerial() {
    return isOne() ? facts.get(0).problemSerial() : null;
  }

  public String orderSerial() {
    return isOne() ? facts.get(0).orderSerial() : null;
  }

  public String unitCode() {
    return isOne() && facts.get(0).unit() != null ? facts.get(0).unit().code() : null;
  }

  public Instant dueAt() {
    return isOne() ? facts.get(0).dueAt() : null;
  }

  /** The items they are about, each once. */
  public List<UUID> itemIds() {
    return facts.stream().map(WaitingFact::itemId).distinct().toList();
  }

  private boolean isOne() {
    return facts.size() == 1;
  }

  /** Address of the item, or of the list in which the recipient finds such items now. */
  String list(Recipient recipient) {
    String unit =
        recipient != null && Bound.UNIT.roles().contains(recipient.role())
            ? recipient.code()
            : null;
    return list(unit);
  }

  /** The same for who sees every unit. */
  public String list() {
    return list((String) null);
  }

  private String list(String unitCode) {
    // Whose return was accepted no longer sees the item.
    if (isOne() && kind != NotificationKind.RETURN_ACCEPTED) {
      return ITEMS + "/" + facts.get(0).itemId();
    }
    List<String> query = new ArrayList<>();
    String state = state();
    if (state != null) {
      query.add(state);
    }
    if (unitCode != null) {
      query.add("unitCode=" + unitCode);
    }
    return query.isEmpty() ? ITEMS : ITEMS + "?" + String.join("&", query);
  }

  private String state() {
    return switch (kind) {
      case ITEM_ISSUED -> "status=ISSUED";
      case ITEM_UNASSIGNED, ASSIGNMENT_WARNED, SAME_DAY_ORDER_WARNED -> "status=UNASSIGNED";
      case ASSIGNMENT_OVERDUE -> "status=UNASSIGNED&overdue=true";
      case SAME_DAY_ORDER_MISSED -> "sameDayMissed=true";
      case ITEM_WARNED -> "light=YELLOW";
      case ITEM_OVERDUE -> "overdue=true";
      case REPLY_RECEIVED -> "status=REPLIED";
      case REPLY_RETURNED, REWORK_ORDERED -> "status=REWORK";
      case RETURN_REQUESTED -> "status=RETURN_REQUESTED";
      case ITEM_SUSPENDED -> "status=SUSPENDED";
      case SUSPENSION_REVIEW_OVERDUE -> "reviewOverdue=true";
      case COMPLEXITY_DECLARED -> "difficulty=D1_TEAM_COORDINATION";
      case SUBMITTED_TO_LEADING_GROUP -> "difficulty=D2_LEADING_GROUP";
      case PLAN_DATE_SET -> "deadlineClass=PLANNED";
      case REPLY_ACCEPTED -> "status=RECHECK_PENDING";
      case ITEM_WRITTEN_OFF -> "status=WRITTEN_OFF";
      case ITEM_CANCELLED -> "status=CANCELLED";
      default -> null;
    };
  }

  /** What is said to people, in Chinese, at most 500 characters. */
  public String text() {
    if (!isOne()) {
      return "【%s】共 %d 件，请登录系统查看。".formatted(kind.title(), facts.size());
    }
    WaitingFact fact = facts.get(0);
    StringBuilder text = new StringBuilder("【").append(kind.title()).append("】");
    text.append("问题 ").append(fact.problemSerial());
    if (fact.orderSerial() != null) {
      text.append("，督办单 ").append(fact.orderSerial());
    }
    if (fact.unit() != null) {
      text.append("，单位 ").append(fact.unit().name());
    }
    if (fact.dueAt() != null) {
      text.append("，期限 ").append(MOMENT.format(fact.dueAt().atZone(DistrictTime.ZONE)));
    }
    return text.append("。").toString();
  }
}
