import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { issueToken, openWorld } from './world'

const run = promisify(execFile)
type Failed = { code: number; stderr: string }

test('curl and openssl speak TLS 1.2 and 1.3 with the gateway, and nothing older or unencrypted', async () => {
  const world = await openWorld({ tls: true })
  const { secret } = await issueToken(world, 'invoices')
  const url = `${world.baseUrl}/v1/entities/invoices/records`
  const curl = (...args: string[]) =>
    run('curl', ['-sS', '-i', '-H', `Authorization: Bearer ${secret}`, ...args])
  async function refusal(...args: string[]): Promise<Failed> {
    try {
      await curl(...args)
    } catch (error) {
      return error as Failed
    }
    throw new Error('curl was answered')
  }
  const trusting = ['--cacert', world.caFile!]

  for (const version of ['--tlsv1.3', '--tlsv1.2']) {
    const { stdout } = await curl(...trusting, version, url)
    expect(stdout).toMatch(/^HTTP\/1\.1 200 /)
    expect(stdout.toLowerCase()).toContain('strict-transport-security: max-age=31536000')
    expect(JSON.parse(stdout.split('\r\n\r\n')[1]!)).toEqual({ items: [], next_cursor: null })
  }
  // 60: nobody whom it knows vouches for the certificate. 35: the handshake failed. 52: no answer.
  expect((await refusal(url)).code).toBe(60)
  const old = await refusal(
    ...[...trusting, '--tlsv1.0', '--tls-max', '1.1', '--ciphers', 'DEFAULT:@SECLEVEL=0', url],
  )
  expect(old).toMatchObject({ code: 35, stderr: expect.stringContaining('protocol version') })
  expect([52, 56, 1]).toContain((await refusal(url.replace('https:', 'http:'))).code)

  const shown = async (...args: string[]) => {
    const address = ['-connect', `127.0.0.1:${world.port}`, '-CAfile', world.caFile!]
    const client = run('openssl', ['s_client', ...address, '-verify_return_error', ...args])
    client.child.stdin?.end()
    return (await client).stdout
  }
  expect(await shown('-tls1_3')).toMatch(/TLSv1\.3, Cipher is TLS_AES_256_GCM_SHA384/)
  const older = await shown('-tls1_2')
  expect(older).toMatch(/TLSv1\.2, Cipher is ECDHE-ECDSA-AES256-GCM-SHA384/)
  expect(older).toContain('Verify return code: 0 (ok)')
  await expect(shown('-tls1_2', '-cipher', 'ECDHE-ECDSA-AES128-SHA')).rejects.toThrow(
    'handshake failure',
  )
})
