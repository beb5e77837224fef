export const sampleKinds = ['header', 'curl', 'powershell', 'env'] as const
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
    env: `KEYWARD_URL=${baseUrl}\nKEYWARD_TOKEN=${secret}`,
  }
  return written[kind]
}
