// Makes src/api/generated from what the services say of themselves: types and shapes from docs/openapi, words from
// their columns.properties. A field that is renamed there no longer fits the pages that use it, and the build fails.
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const OUT = join(ROOT, 'web-console', 'src', 'api', 'generated');
const SERVICES = ['intake', 'dispatch', 'inspection'];
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const EVERYWHERE = '^[^\\u0000]*$';

await mkdir(OUT, { recursive: true });
const operations = {};
const shapes = {};
for (const service of SERVICES) {
  const description = parse(await readFile(join(ROOT, `docs/openapi/${service}-service.yaml`), 'utf8'), { maxAliasCount: -1 });
  operations[service] = operationsOf(description);
  shapes[service] = shapesOf(description.components.schemas);
  // Examples are for readers; types have no use for them.
  const typed = JSON.stringify(description, (key, value) => (key === 'examples' ? undefined : value));
  await writeFile(join(OUT, `${service}.ts`), astToString(await openapiTS(typed, { alphabetize: true })));
}
await writeFile(join(OUT, 'operations.json'), JSON.stringify(operations));
await writeFile(join(OUT, 'shapes.json'), JSON.stringify(shapes));
for (const [language, file] of [['zh', 'columns.properties'], ['en', 'columns_en.properties']]) {
  await writeFile(join(OUT, `words.${language}.json`), JSON.stringify(await words(file)));
}

/** Of each operation: how it is called, what may be asked, and what its body is. */
function operationsOf(description) {
  const found = {};
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const method of METHODS.filter((name) => methods[name])) {
      const operation = methods[method];
      const body = operation.requestBody?.content?.['application/json']?.schema;
      const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
      found[operation.operationId] = {
        method,
        path,
        ...(body?.$ref ? { body: nameOf(body.$ref) } : {}),
        query: Object.fromEntries(query.map(({ name, schema }) => [name, propertyOf(schema, description.components.schemas)])),
      };
    }
  }
  return found;
}

/** Of each object: what its properties are and how they are bounded. */
function shapesOf(schemas) {
  const objects = Object.entries(schemas).filter(([, schema]) => schema.properties);
  return Object.fromEntries(
    objects.map(([name, schema]) => [
      name,
      Object.fromEntries(
        Object.entries(schema.properties).map(([field, property]) => {
          const shape = propertyOf(property, schemas);
          return [field, schema.required?.includes(field) && !shape.nullable ? { ...shape, required: true } : shape];
        }),
      ),
    ]),
  );
}

function propertyOf(schema, schemas) {
  const parts = [schema, ...(schema.allOf ?? []), ...(schema.anyOf ?? [])];
  const nullable = parts.some((part) => [part.type].flat().includes('null'));
  const reference = parts.find((part) => part.$ref)?.$ref;
  const type = [schema.type].flat().find((name) => name && name !== 'null');
  const shape = reference ? referenced(nameOf(reference), schemas) : plain(type, schema, schemas);
  return nullable ? { ...shape, nullable: true } : shape;
}

function referenced(name, schemas) {
  const schema = schemas[name];
  if (schema.enum) {
    return { kind: 'code', code: name, values: schema.enum.filter((value) => value !== null) };
  }
  return schema.properties ? { kind: 'object', object: name } : propertyOf(schema, schemas);
}

function plain(type, schema, schemas) {
  const bounds = {};
  for (const bound of ['minLength', 'maxLength', 'minimum', 'maximum', 'minItems', 'maxItems', 'default']) {
    if (schema[bound] !== undefined) {
      bounds[bound] = schema[bound];
    }
  }
  if (schema.pattern && schema.pattern !== EVERYWHERE) {
    bounds.pattern = schema.pattern;
  }
  if (type === 'array') {
    return { kind: 'list', of: propertyOf(schema.items ?? {}, schemas), ...bounds };
  }
  if (schema.enum) {
    return { kind: 'code', values: schema.enum };
  }
  const byFormat = { 'date-time': 'instant', date: 'day', duration: 'duration', uuid: 'id' };
  return { kind: byFormat[schema.format] ?? type ?? 'any', ...bounds };
}

function nameOf(reference) {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** What the services call their fields and codes, each service for itself and the words of all. */
async function words(file) {
  const found = { shared: await properties(`shared-model/src/main/resources/org/bihuan/contract/${file}`) };
  for (const service of SERVICES) {
    found[service] = await properties(`${service}-service/src/main/resources/${file}`);
  }
  return found;
}

async function properties(path) {
  const lines = (await readFile(join(ROOT, path), 'utf8')).split('\n').map((line) => line.trim());
  const pairs = lines.filter((line) => line && !line.startsWith('#')).map((line) => line.split(/\s*=\s*(.*)/s));
  return Object.fromEntries(pairs.filter(([, word]) => word && word !== '-').map(([key, word]) => [key, unescaped(word)]));
}

function unescaped(word) {
  return word.replace(/\\u([0-9a-fA-F]{4})/g, (_, digits) => String.fromCharCode(parseInt(digits, 16)));
}

// What an earlier description had and this one has no more must not linger.
for (const name of await readdir(OUT)) {
  if (!/^(intake|dispatch|inspection)\.ts$|^(operations|shapes|words\.(zh|en))\.json$/.test(name)) {
    throw new Error(`${name} in ${OUT} is of nobody`);
  }
}
