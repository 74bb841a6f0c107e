// node check.mjs FILE: holds each resource of a JSON array against the published schema of its kind and prints what is wrong.
// A schema lets properties through that it does not name; so the types made of it are asked as well, which do not.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const OPERATORS = {
  'external-secrets.io': '@kubernetes-models/external-secrets',
  'kafka.strimzi.io': '@kubernetes-models/strimzi-kafka-operator',
  'keda.sh': '@kubernetes-models/keda',
  'postgresql.cnpg.io': '@kubernetes-models/cloudnative-pg',
}
// In no package: the test has a list of their properties.
const ELSEWHERE = ['k8s.keycloak.org']

const resources = JSON.parse(readFileSync(process.argv[2], 'utf8')).filter(
  ({ apiVersion }) => !ELSEWHERE.includes(apiVersion.split('/')[0]),
)
const problems = []
const lines = []
const name = ({ kind, metadata }) => `${kind} ${metadata?.name}`

for (const [index, resource] of resources.entries()) {
  const group = resource.apiVersion.includes('/') ? resource.apiVersion.split('/')[0] : ''
  const module = `${OPERATORS[group] ?? 'kubernetes-models'}/${resource.apiVersion}`
  try {
    const kinds = await import(module)
    if (!(resource.kind in kinds)) throw new Error('there is no such kind')
    new kinds[resource.kind](resource).validate()
    lines.push({
      resource,
      text: `import type { I${resource.kind} as T${index} } from '${module}'; export const r${index}: T${index} = ${JSON.stringify(resource)}`,
    })
  } catch (error) {
    problems.push(`${name(resource)}: ${error.message}`)
  }
}

// One line a resource, so that the line of a fault tells whose it is.
const file = fileURLToPath(new URL('resources.ts', import.meta.url))
const options = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
}
const host = ts.createCompilerHost(options)
const { getSourceFile, fileExists } = host
host.fileExists = (path) => path === file || fileExists(path)
host.getSourceFile = (path, ...rest) =>
  path === file
    ? ts.createSourceFile(path, lines.map(({ text }) => text).join('\n'), ts.ScriptTarget.ES2022)
    : getSourceFile(path, ...rest)
for (const fault of ts.getPreEmitDiagnostics(ts.createProgram([file], options, host))) {
  const line = fault.file?.fileName === file ? fault.file.getLineAndCharacterOfPosition(fault.start).line : -1
  const whose = line < 0 ? 'schemas' : name(lines[line].resource)
  problems.push(`${whose}: ${ts.flattenDiagnosticMessageText(fault.messageText, ' ')}`)
}

problems.forEach((problem) => console.log(problem))
console.log(`${resources.length} resources, ${problems.length} problems`)
process.exitCode = problems.length === 0 && resources.length > 0 ? 0 : 1
