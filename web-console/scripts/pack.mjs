// Packs the built scripts and styles once, as small as can be; intake-service hands them out as they are.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const FOLDER = 'target/classes/META-INF/resources/console/assets';
const MOST_LEVEL = 9;

for (const name of readdirSync(FOLDER).filter((file) => /\.(js|css)$/.test(file))) {
  const file = join(FOLDER, name);
  const content = readFileSync(file);
  writeFileSync(`${file}.br`, brotliCompressSync(content));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: MOST_LEVEL }));
}
