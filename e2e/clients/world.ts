import { onTestFinished } from 'vitest'
import { createCertificates } from '../../electron/certificates.fixture'
import { composeGateway } from '../../electron/compose-gateway'
import { NewToken } from '../../electron/contract/token'
import { gatewayKeys } from '../../electron/crypto/keys'
import { houseMaster, openHouse } from '../../electron/services/house.fixture'
import { loopbackPlace } from '../../electron/services/listening-place'

/**
 * A Keyward of its own for one proof: the services that the window asks, and the real gateway on a
 * free port of this machine, both on the files of one profile. With TLS, `caFile` is the authority
 * that vouches for it, as the programs of others are told whom to trust.
 */
export async function openWorld({ tls = false } = {}) {
  const house = await openHouse({ signedIn: true, clock: Date.now })
  const certificate = tls ? makeCertificate() : null
  const place = { ...loopbackPlace(0), tls: certificate }
  const faults: unknown[] = []
  const gateway = composeGateway(
    { keys: gatewayKeys(houseMaster), folder: house.folder, place, clockOffset: 0 },
    (fault) => void faults.push(fault),
  )
  const port = await gateway.listen()
  onTestFinished(async () => {
    await gateway.close()
    if (faults.length > 0) throw new AggregateError(faults, 'the gateway reported faults')
  })
  const baseUrl = `${tls ? 'https' : 'http'}://127.0.0.1:${port}`
  return { house, gateway, port, baseUrl, caFile: certificate?.caPath ?? null }
}

/** For `localhost` and 127.0.0.1, by an authority of its own. */
function makeCertificate() {
  const certificates = createCertificates()
  onTestFinished(certificates.remove)
  return certificates.make('gateway')
}

export type World = Awaited<ReturnType<typeof openWorld>>

/** A service account that may do everything, and a token of it with read and write on an entity. */
export async function issueToken({ house }: World, entityName: string) {
  const entity = await house.createEntity(entityName)
  const user = await house.users.create({
    kind: 'service_account',
    username: `${entityName}-reader`,
    displayName: `Reader of ${entityName}`,
    signIn: null,
  })
  const { secret, token } = await house.tokens.create(
    NewToken.parse({
      userId: user.id,
      name: `Reads ${entityName}`,
      expiry: { kind: 'days', days: 30, zone: 'UTC' },
      grants: [{ entityId: entity.id, permissions: ['read', 'write'] }],
    }),
  )
  return { entity, user, token, secret }
}

/** A service account that may see everything, and credentials of it for asking about tokens. */
export async function issueClient({ house }: World, username = 'order-desk') {
  const user = await house.users.create({
    kind: 'service_account',
    username,
    displayName: `The system ${username}`,
    signIn: null,
  })
  const { client, secret } = await house.clients.create({ userId: user.id, name: 'Introspection' })
  return { user, client, clientId: client.id, secret }
}
