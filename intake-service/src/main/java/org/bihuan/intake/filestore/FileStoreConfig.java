package org.bihuan.intake.filestore;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where attachments are kept: in a folder, or in a bucket when one is named. */
@ConfigMapping(prefix = "bihuan.attachments")
interface FileStoreConfig {

  /** Folder of the files, never one that is served; all replicas share it. */
  @WithDefault("attachments")
  Path directory();

  S3 s3();

  /** A bucket of an S3 store. */
  interface S3 {

    /** Name of the bucket, which must be there; without one the folder is used. */
    Optional<String> bucket();

    /** Address of the store; that of the region when missing. */
    Optional<URI> endpoint();

    @WithDefault("us-east-1")
    String region();

    /** Whether the bucket stands in the path and not in the host's name, as MinIO has it. */
    @WithDefault("true")
    boolean pathStyle();

    Optional<String> accessKey();

    Optional<String> secretKey();

    /** How long one call may take, its repetitions included. */
    @WithDefault("30s")
    Duration time();
  }
}
