package org.bihuan.intake.registration;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
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

    /** What the reporter of something handed over to this body reads. */
    default String replyNaming(String body) {
      return reply().replace("%s", body);
    }

    /**
     * Refuses a likelihood that is none.
     *
     * @throws IllegalStateException when {@code above} is not from 0 to 1
     */
    default void refuseOutOfBounds() {
      double likelihood = above().orElse(1.0);
      if (!(likelihood >= 0 && likelihood <= 1)) {
        throw new IllegalStateException("bihuan.handover.above must be from 0 to 1");
      }
    }
  }

  private final OtherBodies bodies;
  private final Settings settings;

  SuggestedHandover(OtherBodies bodies, Settings settings) {
    this.bodies = bodies;
    this.settings = settings;
  }

  void check(@Observes StartupEvent start) {
    settings.refuseOutOfBounds();
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
        .map(body -> new Handover(body.code(), REASON, settings.replyNaming(body.name())));
  }
}
