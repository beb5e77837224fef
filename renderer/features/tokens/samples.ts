export const sampleKinds = ['header', 'curl', 'powershell', 'python', 'javascript', 'env'] as const
export type SampleKind = (typeof sampleKinds)[number]

/**
 * A first call as the other system would write it; it works as pasted. A token that may read
 * nothing asks what it is itself, which every token may.
 */
export function sampleOf(kind: SampleKind, secret: string, baseUrl: string, entity: string | null) {
  const url = `${baseUrl}${entity === null ? '/v1/token' : `/v1/entities/${entity}/records`}`
  const written: Record<SampleKind, string> = {
    header: `Authorization: Bearer ${secret}`,
    curl: `curl -H "Authorization: Bearer ${secret}" "${url}"`,
    powershell: `Invoke-RestMethod -Uri '${url}' -Headers @{ Authorization = 'Bearer ${secret}' }`,
    python: [
      'import json, urllib.request',
      `request = urllib.request.Request("${url}", headers={"Authorization": "Bearer ${secret}"})`,
      'print(json.load(urllib.request.urlopen(request)))',
    ].join('\n'),
    javascript: [
      `const answer = await fetch('${url}', { headers: { Authorization: 'Bearer ${secret}' } })`,
      'console.log(await answer.json())',
    ].join('\n'),
    env: `KEYWARD_URL=${baseUrl}\nKEYWARD_TOKEN=${secret}`,
  }
  return written[kind]
}
