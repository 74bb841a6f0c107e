package org.bihuan.intake.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.bihuan.contract.Role;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.ComplaintReading;
import org.bihuan.intake.complaint.Complaints;
import org.bihuan.intake.reporter.Masking;
import org.bihuan.intake.reporter.ReporterVault;
import org.bihuan.kit.refusal.Forbidden;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.NotFound;
import org.bihuan.kit.refusal.Unprocessable;
import org.bihuan.kit.security.Caller;

/** Which complaints a person means who asks about their own data. */
@ApplicationScoped
class OwnComplaints {

  /** More come from a switchboard, not from a person, and are too many for one answer [ours]. */
  private static final int MOST = 500;

  private final Complaints complaints;
  private final ComplaintReading reading;
  private final ReporterVault vault;
  private final Caller caller;

  OwnComplaints(
      Complaints complaints, ComplaintReading reading, ReporterVault vault, Caller caller) {
    this.complaints = complaints;
    this.reading = reading;
    this.vault = vault;
    this.caller = caller;
  }

  /**
   * Those that the request names, of which the caller may see each.
   *
   * @throws Invalid unless it names them in one way, with what can be a number
   * @throws Forbidden when a clerk of one channel asks for those of a number, whatever their
   *     channel
   * @throws NotFound when there is no complaint with the code, or none that the caller may know of
   * @throws Unprocessable when there are more than 500
   */
  List<Complaint> meant(NewPersonalDataRequest request) {
    if ((request.phone() == null) == (request.trackingCode() == null)) {
      throw new Invalid("phone", "phone-or-tracking-code");
    }
    return request.phone() == null
        ? List.of(seen(tracked(request.trackingCode())))
        : ofPhone(request.plainPhone());
  }

  private List<Complaint> ofPhone(String phone) {
    if (phone == null) {
      throw new Invalid("phone", "no-phone-number");
    }
    if (!caller.hasAnyRole(Role.SPECIAL_TEAM)) {
      throw new Forbidden("phone-of-any-channel");
    }
    List<Complaint> found = complaints.ofPhone(vault.phoneHashes(phone), MOST + 1);
    if (found.size() > MOST) {
      throw new Unprocessable("too-many-own-complaints", MOST);
    }
    return found;
  }

  /** A text without the reporters of these complaints, as far as they can be read. */
  String masked(String text, List<Complaint> own) {
    String masked = Masking.kept(text, null);
    for (Complaint complaint : own) {
      masked = Masking.kept(masked, vault.readable(complaint.id(), complaint.reporter()));
    }
    return masked;
  }

  private Complaint seen(Complaint complaint) {
    if (!reading.sees(complaint.id())) {
      throw new NotFound("tracking-code-unknown");
    }
    return complaint;
  }

  /**
   * The complaint with this code, for who has nothing but that.
   *
   * @throws NotFound when there is none
   */
  Complaint tracked(String trackingCode) {
    return complaints
        .tracked(trackingCode)
        .orElseThrow(() -> new NotFound("tracking-code-unknown"));
  }
}
