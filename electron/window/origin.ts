import { appOrigin } from '../contract/window'

/** Parsed, never compared by its beginning: `keyward://app.evil` begins alike. */
export function isOurs(address: string): boolean {
  try {
    const { protocol, host, username, password } = new URL(address)
    return `${protocol}//${host}` === appOrigin && username + password === ''
  } catch {
    return false
  }
}
