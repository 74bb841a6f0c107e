package org.bihuan.intake.attachment;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.intake.publicrate.PublicRate;
import org.bihuan.kit.refusal.TooMany;
import org.bihuan.kit.security.Caller;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets uploads in: everybody's with a login, and without one so many a minute of an address. */
@ApplicationScoped
class UploadAdmission {

  private final PublicRate rate;
  private final HttpServerRequest request;
  private final Caller caller;

  UploadAdmission(
      HttpServerRequest request,
      Caller caller,
      @ConfigProperty(name = "bihuan.public-attachments.per-minute", defaultValue = "10")
          int perMinute) {
    this.request = request;
    this.caller = caller;
    this.rate = new PublicRate(perMinute);
  }

  void admit() {
    if (caller.isAnonymous() && !rate.take(request.remoteAddress().hostAddress())) {
      throw new TooMany("too-many-attachments");
    }
  }
}
