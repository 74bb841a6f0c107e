package org.bihuan.intake.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Role;
import org.bihuan.intake.category.Categories;
import org.bihuan.intake.category.Category;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/** What the caller of a request may send, see and choose. */
@ApplicationScoped
class ComplaintAccess {

  private final ComplaintPolicy policy;
  private final PublicRateLimit rateLimit;
  private final Categories categories;
  private final Caller caller;
  private final IfMatch ifMatch;

  ComplaintAccess(
      ComplaintPolicy policy,
      PublicRateLimit rateLimit,
      Categories categories,
      Caller caller,
      IfMatch ifMatch) {
    this.policy = policy;
    this.rateLimit = rateLimit;
    this.categories = categories;
    this.caller = caller;
    this.ifMatch = ifMatch;
  }

  /**
   * Refuses a complaint that is not sound, or that the caller may not send this way or so often.
   */
  void admit(NewComplaint sent, Instant now) {
    policy.check(sent, now);
    policy.admit(caller, sent);
    if (caller.isAnonymous()) {
      rateLimit.take();
    }
  }

  /**
   * Which complaints the caller may see: a sub-district its own, a channel's machine those of the
   * channel.
   */
  Criteria visible() {
    Criteria criteria = new Criteria();
    if (!caller.hasAnyRole(
        Role.SPECIAL_TEAM,
        Role.ADMIN,
        Role.TOP_LEADER,
        Role.COMMITTEE_INSPECTOR,
        Role.CHANNEL_CLERK)) {
      criteria.where("e.site.subdistrictCode = %s", caller.subdistrict().orElse(""));
    }
    return criteria.equal("channel", caller.claim("channel").orElse(null));
  }

  /** The category the caller chose, or the one there was. */
  Category category(String chosen, String before) {
    return categories
        .active(chosen == null ? before : chosen)
        .orElseThrow(() -> new Invalid("categoryCode", "unknown-category"));
  }

  void checkVersion(long version) {
    ifMatch.check(version);
  }

  Actor actor() {
    return caller.actor();
  }
}
