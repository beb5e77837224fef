import type { FastifyRequest } from 'fastify'

/** This gateway's address as it was called; the door let none but our own names through. */
export const issuerOf = ({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string =>
  `${protocol}://${host}`
