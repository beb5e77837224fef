/** All options of all commands: a name means the same wherever it stands. */
export const optionKinds = {
  help: 'switch',
  version: 'switch',
  json: 'switch',
  profile: 'text',
  user: 'text',
  'password-stdin': 'switch',
  'password-file': 'text',
  yes: 'switch',
  'confirm-name': 'text',
  search: 'text',
  kind: 'text',
  status: 'text',
  of: 'text',
  entity: 'text',
  days: 'text',
  'expires-within': 'text',
  'never-expires': 'switch',
  'never-used': 'switch',
  permission: 'text',
  proof: 'text',
  format: 'text',
  action: 'text',
  from: 'text',
  to: 'text',
  fingerprint: 'text',
  'unused-days': 'text',
  port: 'text',
  listen: 'text',
} as const satisfies Record<string, 'switch' | 'text'>

export type OptionName = keyof typeof optionKinds
export type Options = {
  [Name in OptionName]?: (typeof optionKinds)[Name] extends 'switch' ? true : string
}

/** Understood by every command. */
export const everywhere: readonly OptionName[] = ['help', 'json']
export const forProfile: readonly OptionName[] = ['profile']
export const forSignIn: readonly OptionName[] = ['user', 'password-stdin', 'password-file']

export const isOption = (name: string): name is OptionName => Object.hasOwn(optionKinds, name)
