export const introspectionSamples = ['curl', 'apache', 'node'] as const
export type IntrospectionSample = (typeof introspectionSamples)[number]

/** What stands in a sample that nobody's secret is in. */
export const placeholders = { clientId: 'CLIENT_ID', secret: 'CLIENT_SECRET' } as const

/** How another system asks; it works as pasted, once the names in capitals are put in. */
export function introspectionSample(
  kind: IntrospectionSample,
  baseUrl: string,
  { clientId, secret }: { clientId: string; secret: string },
): string {
  const endpoint = `${baseUrl}/oauth2/introspect`
  const isHttp = baseUrl.startsWith('http:')
  const written: Record<IntrospectionSample, string[]> = {
    curl: [`curl -u "${clientId}:${secret}" -d "token=KEYWARD_TOKEN" "${endpoint}"`],
    apache: [
      `OAuth2TokenVerify introspect ${endpoint} introspect.auth=client_secret_basic&client_id=${clientId}&client_secret=${secret}&introspect.expiry=10`,
      '<Location "/orders">',
      '  AuthType oauth2',
      '  Require oauth2_claim permissions.orders:read',
      '</Location>',
    ],
    node: [
      `import { ${[...(isHttp ? ['allowInsecureRequests'] : []), 'discovery', 'tokenIntrospection'].join(', ')} } from 'openid-client'`,
      '',
      'const keyward = await discovery(',
      `  new URL('${baseUrl}'),`,
      `  '${clientId}',`,
      `  '${secret}',`,
      '  undefined,',
      // The library wants to be told that http is meant, which within one machine it is.
      `  { algorithm: 'oauth2'${isHttp ? ', execute: [allowInsecureRequests]' : ''} },`,
      ')',
      "console.log(await tokenIntrospection(keyward, 'KEYWARD_TOKEN'))",
    ],
  }
  return written[kind].join('\n')
}
