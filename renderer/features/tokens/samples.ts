import type { SampleCall } from '../../../electron/contract/sample'
import { plainJson } from '../../ui/plain-json'
import { requestOf, type SampleRequest } from './sample-request'

export const sampleKinds = ['header', 'curl', 'powershell', 'python', 'javascript', 'env'] as const
export type SampleKind = (typeof sampleKinds)[number]

/** How a sample that takes its secret from the sample .env is started. */
export const startedWith: Partial<Record<SampleKind, string>> = {
  python: 'set -a; . ./.env; set +a; python3 call.py',
  javascript: 'node --env-file=.env call.mjs',
}

type Given = { secret: string; baseUrl: string; call: SampleCall }

/**
 * A call as the other system would write it; it works as pasted. A terminal gets the secret on a
 * line of its own; code, which is soon committed, takes it from the environment, that is from .env.
 */
export function sampleOf(kind: SampleKind, { secret, baseUrl, call }: Given): string {
  const request = requestOf(call)
  const written: Record<SampleKind, () => string> = {
    header: () => `Authorization: Bearer ${secret}`,
    curl: () => `KEYWARD_TOKEN='${secret}'\n${curlCall(baseUrl, request)}`,
    powershell: () => `$env:KEYWARD_TOKEN = '${secret}'\n${powershellCall(baseUrl, request)}`,
    python: () => pythonCall(request),
    javascript: () => javascriptCall(request),
    env: () => `KEYWARD_URL=${baseUrl}\nKEYWARD_TOKEN=${secret}`,
  }
  return written[kind]()
}

function curlCall(baseUrl: string, { method, path, headers, body }: SampleRequest): string {
  const parts = [
    `curl -i ${method === 'GET' ? '' : `-X ${method} `}'${baseUrl}${path}'`,
    '-H "Authorization: Bearer $KEYWARD_TOKEN"',
    ...headers.map(({ name, value }) =>
      value === 'new' ? `-H "${name}: $(date +%s)-$RANDOM"` : `-H '${name}: ${value}'`,
    ),
    ...(body ? [`-d '${plainJson(body)}'`] : []),
  ]
  return parts.join(' \\\n  ')
}

/** A hash table may go over lines without a sign for it, in every edition of PowerShell. */
function powershellCall(baseUrl: string, { method, path, headers, body }: SampleRequest): string {
  // It takes the type of the body as a parameter and, before version 7, refuses it as a header.
  const others = headers.filter(({ name }) => name !== 'Content-Type')
  return [
    `Invoke-RestMethod -Method ${method} -Uri '${baseUrl}${path}' -Headers @{`,
    '  Authorization = "Bearer $env:KEYWARD_TOKEN"',
    ...others.map(({ name, value }) =>
      value === 'new' ? `  '${name}' = [guid]::NewGuid().ToString()` : `  '${name}' = '${value}'`,
    ),
    body ? `} -ContentType 'application/json' -Body '${plainJson(body)}'` : '}',
  ].join('\n')
}

function pythonCall({ method, path, headers, body }: SampleRequest): string {
  const isIdentified = headers.some(({ value }) => value === 'new')
  const modules = [body && 'json', 'os', 'urllib.request', isIdentified && 'uuid']
  return [
    `import ${modules.filter(Boolean).join(', ')}`,
    '',
    'request = urllib.request.Request(',
    `    os.environ["KEYWARD_URL"] + "${path}",`,
    `    method="${method}",`,
    '    headers={',
    '        "Authorization": "Bearer " + os.environ["KEYWARD_TOKEN"],',
    ...headers.map(
      ({ name, value }) =>
        `        "${name}": ${value === 'new' ? 'str(uuid.uuid4())' : `"${value}"`},`,
    ),
    '    },',
    ...(body ? [`    data=json.dumps(${pythonLiteral(body)}).encode(),`] : []),
    ')',
    'with urllib.request.urlopen(request) as answer:',
    '    print(answer.status, answer.read().decode())',
  ].join('\n')
}

function javascriptCall({ method, path, headers, body }: SampleRequest): string {
  return [
    'const { KEYWARD_URL, KEYWARD_TOKEN } = process.env',
    `const answer = await fetch(\`\${KEYWARD_URL}${path}\`, {`,
    `  method: '${method}',`,
    '  headers: {',
    '    Authorization: `Bearer ${KEYWARD_TOKEN}`,',
    ...headers.map(
      ({ name, value }) =>
        `    '${name}': ${value === 'new' ? 'crypto.randomUUID()' : `'${value}'`},`,
    ),
    '  },',
    ...(body ? [`  body: JSON.stringify(${plainJson(body)}),`] : []),
    '})',
    'console.log(answer.status, await answer.text())',
  ].join('\n')
}

/** JSON is Python but for three words; texts are left alone. */
const pythonLiteral = (value: unknown) =>
  plainJson(value).replaceAll(/"(?:[^"\\]|\\.)*"|\b(?:true|false|null)\b/g, (part) =>
    part === 'true' ? 'True' : part === 'false' ? 'False' : part === 'null' ? 'None' : part,
  )
