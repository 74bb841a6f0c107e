package org.bihuan.acceptance.api;

import java.nio.file.Path;
import org.bihuan.localstack.Options;
import org.bihuan.localstack.Stack;
import org.bihuan.localstack.layout.Layout;

/** The stack that a proof starts for itself, beside whatever else runs. */
public final class ProofStack {

  private ProofStack() {}

  /** The checkout, as the {@code bihuan} script names it or as it is found upwards from here. */
  public static Path root() {
    String named = System.getProperty("bihuan.root");
    return named == null ? Layout.findRoot(Path.of("").toAbsolutePath()) : Path.of(named);
  }

  /**
   * Starts an empty one with {@link DeskCategory} in its reference data.
   *
   * @param proof names its folder, {@code .bihuan/proof-NAME}
   */
  public static Stack start(Path root, String proof) {
    Path folder = root.resolve(".bihuan/proof-" + proof);
    return Stack.startEmpty(
        new Layout(root, folder),
        Options.besideOthers()
            .withServiceEnvironment(
                DeskCategory.added(root, root.resolve(".bihuan/proof-" + proof + "-reference"))));
  }
}
