import { networkInterfaces } from 'node:os'

/**
 * The addresses under which other computers may reach this one. Link-local ones are left out: they
 * need the name of an interface, which no URL of a caller can carry.
 */
export const ownAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, address }) => !internal && !/^fe[89ab]/i.test(address))
    .map(({ address }) => address)
