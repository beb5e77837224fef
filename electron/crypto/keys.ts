import { createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto'
import { anchorMessage } from './anchor-message'
import { chainMessage } from './chain-message'
import { clientMessage, clientSecretMessage } from './client-message'
import { rightsMessage } from './rights-message'
import type { Seals } from './types'

/** One key a purpose, so that a MAC made for one is worth nothing for another. */
export type Keys = Record<keyof typeof labels, Uint8Array>
const labels = {
  token: 'keyward/token/v1',
  rights: 'keyward/rights/v1',
  activity: 'keyward/activity/v1',
  anchor: 'keyward/anchor/v1',
  cursor: 'keyward/cursor/v1',
  names: 'keyward/names/v1',
  clientSecret: 'keyward/client-secret/v1',
  client: 'keyward/client/v1',
  signing: 'keyward/signing/v1',
} as const

/** What the gateway process is handed: it checks tokens, and cannot write activity. */
export type GatewayKeys = Pick<Keys, 'token' | 'rights' | 'cursor' | 'clientSecret' | 'client'>
export type GatewaySeals = Pick<Seals, 'digest' | 'rights' | 'cursor' | 'clientDigest' | 'client'>

const keyNumber = 1

export function deriveKeys(master: Uint8Array): Keys {
  return {
    ...gatewayKeys(master),
    activity: derive(master, 'activity'),
    anchor: derive(master, 'anchor'),
    names: derive(master, 'names'),
    signing: derive(master, 'signing'),
  }
}

/** Each in memory of its own, so that sending one to another process sends nothing beside it. */
export function gatewayKeys(master: Uint8Array): GatewayKeys {
  return {
    token: derive(master, 'token'),
    rights: derive(master, 'rights'),
    cursor: derive(master, 'cursor'),
    clientSecret: derive(master, 'clientSecret'),
    client: derive(master, 'client'),
  }
}

function derive(master: Uint8Array, purpose: keyof Keys): Uint8Array {
  if (master.length !== 32) throw new RangeError('the master key has 32 bytes')
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), labels[purpose], 32))
}

/** Alone, for a thread that writes entries and is to know no other key. */
export function createChain(key: Uint8Array): Seals['chain'] {
  const activity = secretKey(key)
  return (previous, seq, entry) => mac(activity, chainMessage(previous, seq, entry))
}

export function createSeals(keys: Keys): Seals {
  const anchor = secretKey(keys.anchor)
  const names = secretKey(keys.names)
  return {
    keyNumber,
    ...createGatewaySeals(keys),
    chain: createChain(keys.activity),
    anchor: (previous, given) => mac(anchor, anchorMessage(previous, given)),
    name: (text) => mac(names, text),
  }
}

export function createGatewaySeals(keys: GatewayKeys): GatewaySeals {
  const token = secretKey(keys.token)
  const rights = secretKey(keys.rights)
  const cursor = secretKey(keys.cursor)
  const clientSecret = secretKey(keys.clientSecret)
  const client = secretKey(keys.client)
  // A row that names a key we do not have costs the same time and matches nothing.
  const nobodys = secretKey(randomBytes(32))
  return {
    digest: (text, number) => mac(number === keyNumber ? token : nobodys, text),
    rights: (given) => mac(rights, rightsMessage(given)),
    cursor: (text) => mac(cursor, text),
    clientDigest: (clientId, secret, number) =>
      mac(number === keyNumber ? clientSecret : nobodys, clientSecretMessage(clientId, secret)),
    client: (given) => mac(client, clientMessage(given)),
  }
}

/** Made once: Node imports a key that is handed over as bytes again at every call, at 5 times the cost. */
const secretKey = (bytes: Uint8Array): KeyObject => createSecretKey(bytes)

const mac = (key: KeyObject, message: string | Buffer): Buffer =>
  createHmac('sha256', key).update(message).digest()
