package org.bihuan.intake.registration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.bihuan.intake.body.OtherBodies;
import org.bihuan.intake.complaint.Complaint;
import org.bihuan.intake.complaint.Handover;
import org.bihuan.intake.recognition.Recognised;
import org.bihuan.intake.recognition.Scope;

/** Hands over what is surely another body's, where the deployment lets a rule do so. */
@ApplicationScoped
class SuggestedHandover {

  private static final String REASON = "自动识别为其他部门事项";

  /** Whether a rule hands over to other bodies. */
  @ConfigMapping(prefix = "bihuan.handover")
  interface Settings {

    /**
     * Likelihood, 0 to 1, that it is this body's from which a rule hands a complaint over; without
     * it a person always decides.
     */
    Optional<Double> above();

    /** What the reporter then reads; {@code %s} stands for the name of the body. */
    @WithDefault("您反映的事项属于%s职责，已移交该部门办理。")
    String reply();
  }

  private final OtherBodies bodies;
  private final Settings settings;

  SuggestedHandover(OtherBodies bodies, Settings settings) {
    this.bodies = bodies;
    this.settings = settings;
  }

  /** The handover by rule; none when it is not sure enough, or a person shall decide. */
  Optional<Handover> of(Complaint complaint) {
    Recognised recognised = complaint.recognised();
    if (recognised == null
        || recognised.scope() != Scope.OTHER_BODY
        || recognised.likelyBodyCode() == null
        || settings.above().isEmpty()
        || recognised.scopeConfidence() * recognised.likelyBodyConfidence()
            < settings.above().get()) {
      return Optional.empty();
    }
    return bodies
        .active(recognised.likelyBodyCode())
        .map(body -> new Handover(body.code(), REASON, settings.reply().formatted(body.name())));
  }
}
