package org.bihuan.intake.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.contract.Role;
import org.bihuan.intake.reporter.ReporterVault;
import org.bihuan.kit.lifecycle.Action;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.Page;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.security.Caller;
import org.bihuan.kit.web.IfMatch;

/**
 * Which complaints the caller may see and what of them: a sub-district its own, a channel's machine
 * its channel's.
 */
@ApplicationScoped
public class ComplaintReading {

  private final Complaints complaints;
  private final ReporterVault vault;
  private final Caller caller;
  private final IfMatch ifMatch;

  ComplaintReading(Complaints complaints, ReporterVault vault, Caller caller, IfMatch ifMatch) {
    this.complaints = complaints;
    this.vault = vault;
    this.caller = caller;
    this.ifMatch = ifMatch;
  }

  /** A complaint as the caller sees it, and its version. */
  public record Versioned(ComplaintView view, long version) {}

  Page<Complaint> page(ComplaintFilter filter) {
    return complaints.page(filter.narrow(criteria()), filter);
  }

  /**
   * A complaint the caller may see.
   *
   * @throws NotFound when there is none, or none that the caller may know of
   */
  public Complaint visible(UUID id) {
    return complaints
        .visible(id, criteria())
        .orElseThrow(() -> new NotFound("complaint-not-found", id));
  }

  /** The complaint, when the caller knows its present version. */
  Complaint toActOn(UUID id) {
    Complaint complaint = visible(id);
    ifMatch.check(complaint.version());
    return complaint;
  }

  /** The caller as ledger and events name it. */
  public Actor actor() {
    return caller.actor();
  }

  /** The complaint with its reporter masked and what the caller may do next. */
  public Versioned versioned(Complaint complaint) {
    // What was changed gets its new version when it is written.
    complaints.flush();
    return new Versioned(view(complaint), complaint.version());
  }

  ComplaintView view(Complaint complaint) {
    return view(complaint, caller.roles());
  }

  /** The complaint as somebody with these roles sees it. */
  public ComplaintView view(Complaint complaint, Set<String> roles) {
    return ComplaintView.of(
        complaint,
        vault.masked(complaint.id(), complaint.reporter()),
        Caller.allowed(complaint.allowedActions(), roles).stream().map(Action::name).toList());
  }

  private Criteria criteria() {
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
}
