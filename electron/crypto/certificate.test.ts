import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCertificates, type MadeCertificate } from '../certificates.fixture'
import { checkTlsFiles, firstCertificate, readCertificate, readPrivateKey } from './certificate'

let made: ReturnType<typeof createCertificates>
let gateway: MadeCertificate
beforeAll(() => {
  made = createCertificates()
  gateway = made.make('gateway', {
    names: ['DNS:Api.Example', 'DNS:*.shop.example', 'IP:192.0.2.7', 'IP:2001:db8:0:0::7'],
  })
})
afterAll(() => made.remove())

const read = (name: string) => readFileSync(join(made.folder, name), 'utf8')

describe('a certificate', () => {
  it('tells who it is for, who vouches for it and how long', () => {
    const fingerprint = made
      .openssl('x509', '-in', gateway.certificatePath, '-noout', '-fingerprint', '-sha256')
      .toString()
    const certificate = readCertificate(gateway.cert)
    expect(certificate).toEqual({
      ok: true,
      value: {
        subject: 'CN=gateway',
        issuer: 'O=Keyward tests, CN=Test authority',
        selfSigned: false,
        names: ['api.example', '*.shop.example', '192.0.2.7', '2001:db8::7'],
        validFrom: expect.any(Number),
        validUntil: expect.any(Number),
        fingerprint: fingerprint.trim().split('=')[1],
      },
    })
    const { validFrom, validUntil } = certificate.ok ? certificate.value : expect.fail()
    expect(validUntil - validFrom).toBe(90 * 86_400_000)
  })

  it('that was issued by itself says so, and may have no names', () => {
    made.openssl(
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=old', '-days', '1'],
      ...['-keyout', join(made.folder, 'old-key.pem'), '-out', join(made.folder, 'old.pem')],
    )
    expect(readCertificate(read('old.pem'))).toMatchObject({
      value: { selfSigned: true, names: [] },
    })
    expect(checkTlsFiles({ cert: read('old.pem'), key: read('old-key.pem') }).ok).toBe(true)
  })

  it.each([
    ['nothing', ''],
    ['other text', 'Dear customer, attached you find your certificate.'],
    ['one that is cut off', '-----BEGIN CERTIFICATE-----\nMIIB\n'],
    ['one of nonsense', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'],
  ])('is not %s', (_what, text) => {
    expect(readCertificate(text)).toEqual({ ok: false, problem: 'certificate_not_pem' })
  })

  it('is not a key', () => {
    expect(readCertificate(gateway.key)).toEqual({ ok: false, problem: 'certificate_not_pem' })
    expect(readPrivateKey(gateway.cert)).toEqual({ ok: false, problem: 'key_file_not_pem' })
  })
})

describe('a certificate and a key', () => {
  it('are taken together when they fit, with the intermediates and without the rest', () => {
    const chain = `Bag attributes\r\n${gateway.key}${gateway.cert}\n${gateway.ca}`
    const checked = checkTlsFiles({ cert: chain, key: chain })
    const { cert, key } = checked.ok ? checked.value.files : expect.fail()
    expect(cert.match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
    expect(cert).not.toContain('PRIVATE')
    expect(key.trim()).toBe(gateway.key.trim())
    expect(firstCertificate(cert).trim()).toBe(gateway.cert.trim())
  })

  it.each(['pkcs8', 'traditional'])('may have the key in the form %s', (form) => {
    const args = form === 'pkcs8' ? [] : ['-traditional']
    const key = made.openssl('pkey', '-in', gateway.keyPath, ...args).toString()
    expect(key).toContain(form === 'pkcs8' ? 'BEGIN PRIVATE KEY' : 'BEGIN EC PRIVATE KEY')
    expect(checkTlsFiles({ cert: gateway.cert, key }).ok).toBe(true)
  })

  it('are refused when the key is another one', () => {
    const { key } = made.make('other')
    expect(checkTlsFiles({ cert: gateway.cert, key })).toEqual({
      ok: false,
      problem: 'key_file_does_not_fit',
    })
  })

  it.each([[['-aes256']], [['-aes256', '-traditional']]])(
    'are refused when the key has a passphrase: %s',
    (args) => {
      const pem = made
        .openssl('pkey', '-in', gateway.keyPath, ...args, '-passout', 'pass:secret')
        .toString()
      const refused = { ok: false, problem: 'key_file_has_passphrase' }
      expect(readPrivateKey(pem)).toEqual(refused)
      expect(checkTlsFiles({ cert: gateway.cert, key: pem })).toEqual(refused)
    },
  )

  it.each([
    ['too short a key', ['rsa:1024']],
    ['a kind of key that has no suite', ['ed25519']],
  ])('are refused with %s', (_what, key) => {
    const weak = made.make('weak', { key, selfSigned: true })
    expect(checkTlsFiles(weak)).toEqual({ ok: false, problem: 'certificate_unusable' })
  })
})
