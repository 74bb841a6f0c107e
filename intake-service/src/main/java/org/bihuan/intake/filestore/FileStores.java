package org.bihuan.intake.filestore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the store that the settings name. */
final class FileStores {

  @Produces
  @ApplicationScoped
  FileStore store(FileStoreConfig config, Clock clock) {
    return of(config, clock);
  }

  void close(@Disposes FileStore store) {
    if (store instanceof BucketStore bucket) {
      bucket.close();
    }
  }

  static FileStore of(FileStoreConfig config, Clock clock) {
    Optional<String> bucket = config.s3().bucket();
    return bucket.isPresent()
        ? new BucketStore(client(config.s3()), bucket.get())
        : new DirectoryStore(config.directory(), clock);
  }

  private static S3Client client(FileStoreConfig.S3 config) {
    S3ClientBuilder client =
        S3Client.builder()
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .region(Region.of(config.region()))
            .credentialsProvider(credentials(config))
            .forcePathStyle(config.pathStyle())
            .overrideConfiguration(override -> override.apiCallTimeout(config.time()));
    config.endpoint().ifPresent(client::endpointOverride);
    return client.build();
  }

  /** Those of the settings; else whatever the machine gives, such as a role. */
  private static AwsCredentialsProvider credentials(FileStoreConfig.S3 config) {
    return config.accessKey().isPresent() && config.secretKey().isPresent()
        ? StaticCredentialsProvider.create(
            AwsBasicCredentials.create(config.accessKey().get(), config.secretKey().get()))
        : DefaultCredentialsProvider.builder().build();
  }
}
