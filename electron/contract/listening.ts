import * as z from 'zod'
import { FailureCode } from './failure'
import { Moment } from './id'

/** 443 is where `https` without a port leads; all others below 1024 belong to the system. */
export const Port = z
  .number({ error: 'port_range' })
  .int({ error: 'port_range' })
  .max(65_535, { error: 'port_range' })
  .refine((port) => port === 443 || port >= 1024, { error: 'port_range' })

/** These two are reached by programs of this computer alone; any other address needs TLS. */
export const loopbackAddresses = ['127.0.0.1', '::1'] as const
/** All addresses of this computer: of IPv4, and of both. */
export const everyAddress = ['0.0.0.0', '::'] as const

/** Compared as text: another way to write such an address is none of them, and so needs TLS. */
export const isLoopback = (address: string) =>
  loopbackAddresses.some((loopback) => loopback === address)
export const isEveryAddress = (address: string) => everyAddress.some((every) => every === address)

export const Address = z.union([z.ipv4(), z.ipv6()], { error: 'not_an_address' })

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const dnsName = new RegExp(`^${label}(?:\\.${label})*$`)

/** A DNS name as callers write it, in small letters; an address belongs into the certificate. */
export const HostName = z
  .string()
  .trim()
  .toLowerCase()
  .max(253, { error: 'not_a_host_name' })
  .refine((name) => dnsName.test(name) && !/^[\d.]+$/.test(name), { error: 'not_a_host_name' })

/** Whether a name of a certificate is for this host; its `*.` stands for one label. */
export function covers(name: string, host: string): boolean {
  if (!name.startsWith('*.')) return host === name
  const [first = '', ...rest] = host.split('.')
  return /^[a-z0-9_-]+$/.test(first) && rest.join('.') === name.slice(2)
}

/** What a certificate says of itself. */
export const Certificate = z.object({
  subject: z.string(),
  issuer: z.string(),
  selfSigned: z.boolean(),
  /** DNS names and addresses it is for. */
  names: z.array(z.string()),
  validFrom: Moment,
  validUntil: Moment,
  /** SHA-256, as other programs print it. */
  fingerprint: z.string(),
})
export type Certificate = z.output<typeof Certificate>

/** A file that was chosen; its path stays in main. */
const FileId = z.string().min(1, { error: 'empty' }).max(64)
const ChosenFile = z.object({ id: FileId, name: z.string() })

export const ChosenCertificate = ChosenFile.extend({ certificate: Certificate }).nullable()
export type ChosenCertificate = z.output<typeof ChosenCertificate>

/** `readableByOthers` asks for attention: other accounts of this computer can copy the key. */
const KeyFile = ChosenFile.extend({ readableByOthers: z.boolean() })
export const ChosenKeyFile = KeyFile.nullable()
export type ChosenKeyFile = z.output<typeof ChosenKeyFile>

/** Where the gateway listens, as it was set. */
export const Listening = z.object({
  address: z.string(),
  port: z.number().int(),
  tls: z
    .object({
      certificateFile: ChosenFile,
      keyFile: KeyFile,
      /** Null where the file can no longer be read as one. */
      certificate: Certificate.nullable(),
      /** Why the gateway could not start with these files now. */
      problem: FailureCode.nullable(),
    })
    .nullable(),
  /** Names that callers use beside those of the certificate. */
  hostNames: z.array(z.string()),
  /** Of this computer, as the system lists them, without those that only it can reach. */
  ownAddresses: z.array(z.string()),
})
export type Listening = z.output<typeof Listening>

export const NewListening = z.object({
  address: Address,
  port: Port,
  /** The ids of files that were chosen, or are in use; null is plain HTTP. */
  tls: z.object({ certificateFile: FileId, keyFile: FileId }).nullable(),
  hostNames: z.array(HostName).max(20, { error: 'too_many' }),
})
export type NewListening = z.output<typeof NewListening>
