package org.bihuan.intake.filestore;

import java.io.InputStream;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket of an S3 store; the hash is the name of the object. */
final class BucketStore implements FileStore, AutoCloseable {

  private final S3Client store;
  private final String bucket;

  BucketStore(S3Client store, String bucket) {
    this.store = store;
    this.bucket = bucket;
  }

  /** Put again, it is new: what has just been put is not swept away. */
  @Override
  public void put(String sha256, byte[] content) {
    try {
      store.putObject(
          request -> request.bucket(bucket).key(sha256), RequestBody.fromBytes(content));
    } catch (SdkException e) {
      throw new FileAway("a file cannot be kept in the bucket " + bucket, e);
    }
  }

  @Override
  public InputStream open(String sha256) {
    try {
      return store.getObject(request -> request.bucket(bucket).key(sha256));
    } catch (SdkException e) {
      throw new FileAway("a file cannot be read from the bucket " + bucket, e);
    }
  }

  @Override
  public void delete(String sha256) {
    try {
      store.deleteObject(request -> request.bucket(bucket).key(sha256));
    } catch (SdkException e) {
      throw new FileAway("a file cannot be deleted in the bucket " + bucket, e);
    }
  }

  @Override
  public List<Kept> beginningWith(String prefix) {
    try {
      return store
          .listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix))
          .contents()
          .stream()
          .map(object -> new Kept(object.key(), object.lastModified()))
          .toList();
    } catch (SdkException e) {
      throw new FileAway("the files cannot be listed in the bucket " + bucket, e);
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
