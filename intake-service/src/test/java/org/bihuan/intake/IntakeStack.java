package org.bihuan.intake;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.bihuan.localstack.StackResource;
import org.bihuan.localstack.identity.Secrets;
import org.bihuan.localstack.layout.Layout;

/**
 * The real PostgreSQL and broker of this module's tests. It stands here and not in local-stack,
 * since Quarkus loads the classes of a test resource by the class loader of the tests.
 */
public class IntakeStack implements QuarkusTestResourceLifecycleManager {

  /** Key of the personal data that comes after the one in force. */
  public static final String NEXT_KEY = "bmV4dCBrZXkgb2YgdGhlIHBlcnNvbmFsIGRhdGEgISE=";

  private final StackResource stack = new StackResource();

  @Override
  public Map<String, String> start() {
    stack.init(Map.of(StackResource.DATABASE, "intake"));
    Map<String, String> settings = new HashMap<>(stack.start());
    settings.put("bihuan.ledger.signing-key", new Secrets(Layout.ofTests()).ledgerSigningKey());
    // As in a change of keys: every replica knows the next key before any locks with it.
    settings.put("bihuan.personal-data.old-keys", NEXT_KEY);
    settings.put(
        "bihuan.attachments.directory",
        Layout.ofTests().directory().resolve("attachments").toString());
    return settings;
  }

  @Override
  public void stop() {
    stack.stop();
  }
}
