package org.bihuan.intake.rewriting;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.bihuan.contract.Coordinates;

/**
 * What a camera notes in a photo (EXIF): which way is up, when and where. Notes that cannot be read
 * are none: they spoil no photo.
 *
 * @param orientation 1 to 8 as EXIF numbers them; 1 is upright
 */
record CameraNotes(int orientation, Instant takenAt, Coordinates position) {

  private static final int UPRIGHT = 1;
  private static final int LAST_ORIENTATION = 8;

  /**
   * Cameras note the time on the wall; where they do not say of which zone, it is the district's.
   */
  private static final TimeZone DISTRICT = TimeZone.getTimeZone("Asia/Shanghai");

  static CameraNotes of(byte[] photo) {
    try {
      Metadata notes = ImageMetadataReader.readMetadata(new ByteArrayInputStream(photo));
      return new CameraNotes(orientation(notes), takenAt(notes), position(notes));
    } catch (ImageProcessingException | IOException unreadable) {
      return new CameraNotes(UPRIGHT, null, null);
    }
  }

  private static int orientation(Metadata notes) {
    ExifIFD0Directory main = notes.getFirstDirectoryOfType(ExifIFD0Directory.class);
    Integer noted = main == null ? null : main.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
    return noted == null || noted < UPRIGHT || noted > LAST_ORIENTATION ? UPRIGHT : noted;
  }

  private static Instant takenAt(Metadata notes) {
    ExifSubIFDDirectory details = notes.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
    Date noted = details == null ? null : details.getDateOriginal(DISTRICT);
    return noted == null ? null : noted.toInstant();
  }

  private static Coordinates position(Metadata notes) {
    GpsDirectory satellites = notes.getFirstDirectoryOfType(GpsDirectory.class);
    GeoLocation noted = satellites == null ? null : satellites.getGeoLocation();
    if (noted == null
        || noted.isZero()
        || !(Math.abs(noted.getLongitude()) <= 180)
        || !(Math.abs(noted.getLatitude()) <= 90)) {
      return null;
    }
    return new Coordinates(noted.getLongitude(), noted.getLatitude());
  }
}
