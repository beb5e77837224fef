import type { ActivityDraft, Anchor, ClientRights, TokenKind, TokenRights } from '../store/registry'
import type { ClientId, TokenId } from '../contract/id'

declare const secret: unique symbol
/** A whole token, or the secret of a client, as it is handed over; never stored, logged or put into an error. */
export type SecretText = string & { [secret]: true }

export type InspectedText =
  | { is: 'token'; token: string; tokenId: TokenId }
  | { is: 'id'; tokenId: TokenId }
  | { is: 'not_ours' | 'typing_error' }
  | { is: 'cut_off'; characters: number; of: number }
  /** From 1. */
  | { is: 'wrong_character'; position: number }

/** Makes and recognises tokens; knows no key. */
export type TokenFormat = {
  make(kind: TokenKind): { token: SecretText; tokenId: TokenId }
  /** Another secret for the same ID. */
  remake(kind: TokenKind, tokenId: TokenId): SecretText
  /** Null when the shape or the checksum is wrong: refused before any look-up. */
  parse(text: string): { kind: TokenKind; tokenId: TokenId } | null
  /** What a text that somebody pasted is, or why it is no token of ours. */
  inspect(text: string): InspectedText
}

/** Makes client credentials; knows no key. */
export type ClientFormat = { make(): { clientId: ClientId; secret: SecretText } }

/** The keyed functions; the keys themselves stay inside. */
export type Seals = {
  /** Number of the key that new digests are made under. */
  keyNumber: number
  digest(token: string, keyNumber: number): Buffer
  rights(rights: TokenRights): Buffer
  clientDigest(clientId: string, secret: string, keyNumber: number): Buffer
  client(rights: ClientRights): Buffer
  /** The MAC of an entry in its place, after the entry whose MAC is `previous`. */
  chain(previous: Buffer, seq: number, entry: ActivityDraft): Buffer
  /** Seals an anchor, which is kept outside the database, after the one whose seal is `previous`. */
  anchor(previous: string | null, anchor: Anchor): Buffer
  /** Signs a cursor that is handed to a caller. */
  cursor(text: string): Buffer
  /** Tells names apart without keeping them. */
  name(text: string): Buffer
}

/**
 * The key of this profile that signs what leaves it, so that anybody can check it without a secret.
 * Main's alone: what answers the network cannot sign.
 */
export type Signing = {
  /** PEM, as other programs read it. */
  publicKey(): string
  /** Of the public key, for comparing by eye: what is printed beside a certificate looks the same. */
  fingerprint(): string
  /** Ed25519, in Base64. */
  sign(bytes: Uint8Array): string
}

export type Passwords = {
  hash(password: string): Promise<string>
  /** False also for a damaged hash; null as hash takes as long as a real one. */
  verify(hash: string | null, password: string): Promise<boolean>
  /** Too common, or only made of these words. */
  isCommon(password: string, words: string[]): boolean
}
